"""Whether a text is English, told by its function words.

Of a hundred words of English news some forty are function words, in any other language next to none. Texts of
few words hold too few to judge by, so they pass; a text in another script does not.
"""

import re
import tomllib
import unicodedata
from collections import Counter
from functools import cache
from pathlib import Path

FEW = 20  # words: a shorter text is English unless its script says otherwise
FOREIGN = 0.12  # of the words are function words of another language: no English text comes near
NONE = 0.08  # of the words are English function words: fewer is no running English text, lists of names aside

_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = {
    "CYRILLIC": "a language in Cyrillic letters",
    "ARABIC": "a language in Arabic letters",
    "CJK": "Chinese or Japanese",
    "HIRAGANA": "Japanese",
    "KATAKANA": "Japanese",
    "HANGUL": "Korean",
    "HEBREW": "Hebrew",
    "GREEK": "Greek",
    "DEVANAGARI": "a language in Devanagari letters",
    "THAI": "Thai",
    "GEORGIAN": "Georgian",
    "ARMENIAN": "Armenian",
}


@cache
def _function_words() -> dict[str, frozenset[str]]:
    with Path(__file__).with_suffix(".toml").open("rb") as file:
        return {language: frozenset(words.split()) for language, words in tomllib.load(file).items()}


def language_of(text: str) -> str:
    """ "English", also where a text is too short to judge; else the language, its script, or unknown."""
    scripts = Counter(unicodedata.name(letter, "?").split()[0] for letter in text if letter.isalpha())
    if scripts:
        script, count = scripts.most_common(1)[0]
        if script not in ("LATIN", "?") and count * 2 > scripts.total():
            return _SCRIPTS.get(script, f"a language in {script.capitalize()} letters")
    words = [word.lower() for word in _WORD.findall(text)]
    if len(words) < FEW:
        return "English"
    shares = {
        language: sum(word in known for word in words) / len(words)
        for language, known in _function_words().items()
    }
    best = max(shares, key=lambda language: shares[language])
    if best != "English" and shares[best] >= FOREIGN:
        return best
    return "English" if shares["English"] >= NONE or len(words) < 2 * FEW else "an unknown language"
