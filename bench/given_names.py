"""Makes cleaners/metadata/given_names.toml: given names that several countries share, or are usual in one.

    python -m bench.given_names > cleaners/metadata/given_names.toml

Once in years. It reads the lists of Faker (https://github.com/joke2k/faker, MIT; `pip install faker`); names are kept
without accents, in lower case, and words of sections, roles and outlets are none.
"""

import importlib
import pkgutil
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable

from faker.providers import person

from cleaners.metadata.people import PARTICLES
from cleaners.tables import read_table

USUAL = """en_US en_GB de_DE de_AT fr_FR fr_QC it_IT es_ES es_MX nl_NL pl_PL pt_BR sv_SE da_DK no_NO fi_FI cs_CZ tr_TR
id_ID en_IN ru_RU uk_UA bg_BG el_GR hu_HU ro_RO hr_HR"""
# Given names that are ordinary words of headings.
WORDS = """ace africa amber america angel apple april art asia august autumn baby baron basil bentley berry bill bishop
blessing blog boy brandy brook buck candy carol carolina cash chad chance charity chase cherry china cliff
code con constance cruise crystal cuba daisy dakota dale dallas das data dawn deacon dem den denver der des
destiny dia diamond die duke early field florence ford forest freedom friday from gay gem genesis geneva
georgia ginger glen guy happy harmony harp heaven honey hope houston in india info israel ivy jackson jade
jordan joy june justice kenya king lake las les lexus liberty lily lincoln link little london long los loyal
luz lyric major man mar mark may media melody mercedes mercy merry meta milan misty modesty monday montana
moon news noble ocean olive one page par paris patience paz pearl penny pepper per phoenix photo poet pope
porsche post pour precious price prince print prudence rain read reed rich ridge rio river rocky rose royal
royce ruby sage saint sandy santo savannah sea sherry short sin sky snow sol son song star stone stormy
story sugar summer sun sunday sunny sydney team tech the trinity true und unity van video vienna virginia
von washington will windy winter wood young zero""".split()


# Short forms, and what the lists lack.
BESIDE = """sam matt ben zach ash al abe ned ted bob bobby billy jim jimmy joe joey tom tommy tim timmy dan danny
mike mick rob robbie ron ronnie ken kenny pete phil greg geoff jeff steve stu andy drew nate pat peggy peg meg
maggie liz beth betsy becky kathy kate katie cathy cindy debbie sue suzy vicky jen jenny alastair alasdair kai uwe
jens jan jost heiko silke heike ulf ute ulrike grit birgit katja priyanka ananya deepak rajesh sanjay vikram rahul
kavita sunita ritu shreya swati aishwarya ashwin karthik srinivas venkat suresh ramesh mahesh ganesh dinesh mukesh
naresh prakash vivek abhishek aditi manish nikhil saurabh tarun varun kunal ankit mohit sumit ajay vijay sachin
nitin ashok anil sunil kapil pankaj tushar sandeep pradeep kuldeep gurpreet harpreet jaspreet manpreet simran hina
mehwish asad faisal shahid tariq waqas zeeshan rizwan nadeem rashid shafiq rubina nusrat tahmina chukwuemeka emeka
obinna chinedu chinonso ngozi chioma adaeze ifeoma nneka uchenna ikenna kelechi amaka oluwaseun oluwaseyi oluwatobi
oluwafemi oluwadamilola folake funmi bisi babatunde kayode segun femi gbenga dele yetunde temitope temitayo titilayo
adebayo adewale adeola abiola ayodele ayodeji damilola kofi kwabena kwaku akosua abena akua wanjiku wanjiru njeri
wambui achieng akinyi atieno otieno ochieng kamau mwangi kipchoge thabo sipho nomsa lerato naledi tshepo thandeka
zanele nosipho bongani lindiwe ayanda themba mandla haile tewodros selamawit tigist dawit yared hanan lamia iman
tarek hisham mostafa hossam sherif amr fadi ziad rami wael bassam ghassan marwan firas saeed majid behnam kaveh
siavash shirin nasrin parisa niloufar golnaz mahsa soheila shira tamar yossi moshe eitan liora takashi hiroshi kenji
takeshi satoshi yuki yuko keiko kazuo akira makoto masahiro masato yoshiko noriko haruka ayaka naoko tomoko yumi
mayumi kyoko shinji koji daisuke kenta shota ryota yuta sota haruto takuya kazuya tatsuya naoki hideki hiroki daiki
shunsuke keisuke yusuke ryosuke shuhei kohei yohei yuji koichi shinichi junichi kenichi eiichi ryuichi hitomi megumi
chiharu chihiro mizuki misaki nanami saki emi mariko michiko minjun seojun jiho jiwoo seoyeon jimin minseo hyunwoo
sungmin youngho jihoon dohyun hyejin sujin eunji minji yuna haneul soyoung jaehyun taehyun sangwoo kyungmin fajar
yudi aminah azlan hafiz faizal shahrul jomar liezel jhoanna somchai niran kittipong chanida giorgi levan irakli
davit ketevan aram armen hayk gevorg anahit narek aigerim dinara nurlan askar gulnara ulugbek saoirse cian fionn
tadhg owain emyr iolo dafydd geraint carys ffion angharad eluned nerys lowri lachlan ewan mhairi eilidh morag
ainsley unai ander asier mikel xabier gorka ainhoa oriol arnau merce laia aleix guillem sigurdur bjork ragnheidur
ingibjorg olafur haukur liis kadri maarja tonu jaan urmas aivar ilze liga dace inese juris guntis vytautas rasa
jurgita egle rimas linas arben besa ilir agron dritan nevena snezana amela lejla senad asser youval yusra fenella
imogen cressida tamsin heinke gwenaelle erwan ludo marieke nawaz hyacinth hollis marlow prudence thora barnaby
crispin piers dashiell obadiah ignatius beckett"""


def fold(name: str) -> str:
    """A name without accents, in lower case."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))


def lists() -> Iterable[tuple[str, set[str]]]:
    """The given names of each of Faker's locales."""
    for module in pkgutil.iter_modules(person.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"{person.__name__}.{module.name}").Provider
            tables = (getattr(provider, name) for name in dir(provider) if name.startswith("first_name"))
            yield module.name, {fold(str(name)) for table in tables if isinstance(table, Iterable) for name in table}


def main() -> None:
    words = read_table("metadata", "names.toml")
    none = {
        *WORDS,
        *(PARTICLES - {"ben", "al"}),
        *(w for t in ("roles", "names", "stops") for ws in words[t].values() for w in ws),
    }
    calendar = read_table("calendars", "names.toml")
    none |= {
        form for table in calendar.values() for names in table.values() for name in names for form in name.split("/")
    }
    found = Counter[str]()
    usual = set[str]()
    for locale, names in lists():
        found.update(names)
        usual |= names if locale in USUAL.split() else set()
    kept = sorted(
        name
        for name in (usual | {name for name, count in found.items() if count > 1}) - none | set(BESIDE.split())
        if len(name) > 2 - (name in BESIDE.split()) and re.fullmatch(r"[a-zßæøłđðþıα-ωа-яєії]+", name)
    )
    print("# Given names without accents, in lower case; made by bench/given_names.py from the lists of Faker (MIT).")
    print(f'names = """\n{textwrap.fill(" ".join(kept), 119)}\n"""')


if __name__ == "__main__":
    main()
