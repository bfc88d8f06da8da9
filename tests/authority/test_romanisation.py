"""Chinese, Russian, Korean and Vietnamese spellings of one name."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "triples" / "scripts"))

import chinese
import romanise

PAIRS = [
    ("Zhou Enlai", "Chou En-lai"),
    ("Mao Zedong", "Mao Tse-tung"),
    ("Deng Xiaoping", "Teng Hsiao-p'ing"),
    ("Chen Yi", "Ch'en I"),
    ("Chen Yi", "Ch’en Yi"),
    ("Qiao Guanhua", "Ch'iao Kuan-hua"),
    ("Ji Pengfei", "Chi P'eng-fei"),
    ("Liu Shaoqi", "Liu Shao-ch'i"),
    ("Wang Bingnan", "Wang Ping-nan"),
    ("Lin Biao", "Lin Piao"),
    ("Peng Dehuai", "P'eng Te-huai"),
    ("Nie Rongzhen", "Nieh Jung-chen"),
    ("Xu Xiangqian", "Hsü Hsiang-ch'ien"),
]


@pytest.mark.parametrize(("pinyin", "wade"), PAIRS)
def test_both_ways(pinyin: str, wade: str) -> None:
    assert wade in chinese.variants(pinyin)
    assert chinese.to_pinyin(wade) == pinyin


@pytest.mark.parametrize(("pinyin", "wade"), PAIRS)
def test_a_name_without_its_apostrophes_still_has_its_reading(pinyin: str, wade: str) -> None:
    bare = wade.replace("'", "").replace("’", "").replace("ü", "u")
    assert bare in chinese.variants(pinyin) | {pinyin}
    assert pinyin in chinese.readings(bare)


@pytest.mark.parametrize("name", ["John Foster Dulles", "Kosygin", "Le Duc Tho", ""])
def test_other_names_are_no_chinese(name: str) -> None:
    assert chinese.to_pinyin(name) is None


def test_the_table_is_complete_and_unambiguous() -> None:
    usual = [spellings[0] for spellings in chinese.table().values()]
    assert len(chinese.table()) >= 400
    twice = {wade for wade in usual if usual.count(wade) > 1}
    assert twice == {"o"}, "o and e are both written o; every other syllable has its own spelling"


@pytest.mark.parametrize("name", ["Aleksei Kosygin", "Alexei Kosygin", "Aleksey Kosygin", "Alexey Kosygin"])
def test_russian(name: str) -> None:
    assert {"Aleksei Kosygin", "Alexei Kosygin", "Aleksey Kosygin"} <= romanise.russian(name)


def test_korean_and_vietnamese() -> None:
    assert {"Park Chung Hee", "Pak Chong-hui", "Park Chung-hee"} <= romanise.korean("Park Chung Hee")
    assert "Rhee Syngman" in romanise.korean("Yi Syngman")
    assert "Pham Van Dong" in romanise.vietnamese("Phạm Văn Đồng")
