"""Makes cleaners/metadata/given_names.toml: given names that several countries share, or that are usual in one.

    python -m bench.given_names > cleaners/metadata/given_names.toml

Once in years. It reads the lists of Faker (https://github.com/joke2k/faker, MIT; `pip install faker`), which are those of
national statistics; names are kept without accents, in lower case, and words of sections, roles and outlets are none.
"""

import importlib
import pkgutil
import re
import textwrap
import unicodedata
from collections import Counter
from collections.abc import Iterable

from faker.providers import person  # type: ignore[import-not-found]

from cleaners.metadata.people import PARTICLES
from cleaners.tables import read_table

USUAL = "en_US en_GB de_DE de_AT fr_FR fr_QC it_IT es_ES es_MX nl_NL pl_PL pt_BR sv_SE da_DK no_NO fi_FI cs_CZ tr_TR id_ID en_IN"
# Given names that are ordinary words of headings.
WORDS = """the from in par meta april june may august sunday monday friday page story will art hope joy summer autumn winter dawn
sky star ocean river rain snow sea sun moon rose lily daisy ivy olive ruby amber jade pearl crystal diamond gem penny price
rich bill mark chance chase destiny trinity genesis heaven king prince duke baron major deacon bishop sage india america
asia africa china paris london london's dallas houston phoenix denver lincoln jackson washington georgia
virginia carolina dakota montana savannah sydney florence vienna milan geneva israel jordan kenya chad cuba cruise royal
mercedes lexus porsche royce bentley ford angel cherry candy honey sugar ginger basil pepper brandy sherry berry apple
stone wood forest field lake brook glen dale cliff ridge rocky sandy misty stormy windy sunny happy merry gay precious
blessing justice liberty freedom unity harmony melody carol harp song lyric poet reed cash buck guy man boy star baby sun
son ace zero one early young long short little noble true loyal charity mercy patience prudence constance modesty
pope saint santo mar sol luz paz rio dia das der die los las van von per pour und les des dem den con sin
team news media info data tech code link post blog print read video photo""".split()


# Short forms, and what the lists lack.
BESIDE = """sam matt ben zach ash al abe ned ted bob bobby billy jim jimmy joe joey tom tommy tim timmy dan danny mike
mick rob robbie ron ronnie ken kenny pete phil greg geoff jeff steve stu andy drew nate pat peggy peg meg maggie liz
beth betsy becky kathy kate katie cathy cindy debbie sue suzy vicky jen jenny alastair alasdair kai uwe jens jan jost
heiko silke heike ulf ute ulrike grit birgit katja"""


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
    none = {*WORDS, *(PARTICLES - {"ben", "al"}), *(w for t in ("roles", "names", "stops") for ws in words[t].values() for w in ws)}
    calendar = read_table("calendars", "names.toml")
    none |= {form for table in calendar.values() for names in table.values() for name in names for form in name.split("/")}
    found = Counter[str]()
    usual = set[str]()
    for locale, names in lists():
        found.update(names)
        usual |= names if locale in USUAL.split() else set()
    kept = sorted(
        name
        for name in (usual | {name for name, count in found.items() if count > 1}) - none | set(BESIDE.split())
        if len(name) > 2 - (name in BESIDE.split()) and re.fullmatch(r"[a-zßæøłđðþı]+", name)
    )
    print("# Given names without accents, in lower case; made by bench/given_names.py from the lists of Faker (MIT).")
    print(f'names = """\n{textwrap.fill(" ".join(kept), 119)}\n"""')


if __name__ == "__main__":
    main()
