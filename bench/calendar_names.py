"""Makes cleaners/calendars/names.toml: the names of months and weekdays, from CLDR by way of babel.

    python -m bench.calendar_names > cleaners/calendars/names.toml

Once a year at most: CLDR changes a name or two. babel comes with trafilatura.
"""

import unicodedata

from babel import Locale

LANGUAGES = (
    "en de fr es it pt nl pl ru uk tr sv da nb fi cs sk hu ro el id ms vi ar hi th bg hr sl sr lt lv et ca fa bn"
)
LAST = "he"  # babel 2.18 gives its names to the languages that are asked after it
# What pages write beside it; month by month, "" where CLDR has all.
BESIDE = {
    "en": {9: "sept"},
    "de": {1: "jänner/jän", 2: "feber", 3: "mär/mrz", 9: "sept"},
    "es": {9: "set/setiembre/sep/sept"},
    "fr": {1: "jan", 2: "fév/fevr/fev", 7: "jul", 8: "aout", 9: "sep", 12: "déc/dec"},
    "it": {9: "sett"},
    "nl": {3: "mar/mrt", 5: "mei"},
    "id": {8: "agu/ags/agt", 11: "nop/nopember", 12: "des"},
    "ro": {1: "ian", 7: "iul", 6: "iun"},
    "ru": {2: "фев", 9: "сен/сент", 11: "ноя/нояб"},
    "uk": {11: "лис"},
    "ar": {
        1: "كانون الثاني",
        2: "شباط",
        3: "آذار",
        4: "نيسان",
        5: "أيار",
        6: "حزيران",
        7: "تموز",
        8: "آب",
        9: "أيلول",
        10: "تشرين الأول",
        11: "تشرين الثاني",
        12: "كانون الأول",
    },
}
HEAD = """# Names of months (January first) and weekdays (Monday first), each with its other forms behind a slash.
# Made by bench/calendar_names.py from the Unicode CLDR (https://cldr.unicode.org, Unicode License v3)."""


def fold(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold().strip().rstrip(".")


def forms(table: object, index: int, beside: str = "", script: str = "") -> str:
    names = [
        fold(table[context][width][index])  # type: ignore[index]
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
    ]
    if script == LAST:
        names += ["ב" + name for name in names]  # "in November"
    return "/".join(dict.fromkeys(n for n in (*names, *beside.split("/")) if n and not any(c.isdigit() for c in n)))


def main() -> None:
    print(HEAD)
    for language in (*LANGUAGES.split(), LAST):
        locale = Locale(language)
        print(f"\n[{language}]")
        months = [forms(locale.months, n, BESIDE.get(language, {}).get(n, ""), language) for n in range(1, 13)]
        if any(months):
            print("months = [" + ", ".join(f'"{m}"' for m in months) + "]")
        print("weekdays = [" + ", ".join(f'"{forms(locale.days, n)}"' for n in range(7)) + "]")


if __name__ == "__main__":
    main()
