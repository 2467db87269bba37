"""Numbers called something else than a score: in every shape, whatever the words are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extract.model import Paragraph, Table
from normalize.codebook import book_years, indicators, items
from normalize.words.othernumbers import says_other_number, without_other_numbers
from tests.normalize.tables import ANALYSIS_66, ANALYSIS_67, Grid, paragraph, report, table

OTHERS = (
    *("เป้าหมาย", "ค่าเป้าหมาย", "เป้า", "เป้าประสงค์", "คะแนนคาดหวัง", "คะแนนคาดการณ์ปี 2568", "ประมาณการ"),
    *("น้ำหนัก", "ค่าน้ำหนัก", "คะแนนถ่วงน้ำหนัก", "ถ่วงน้ำหนักแล้ว"),
    *("ค่าเฉลี่ย 50 เขต", "ค่าเฉลี่ยทั้ง 50 เขต", "ค่าเฉลี่ย กทม.", "คะแนนเฉลี่ยของทุกสำนักงานเขต"),
    *("ค่าเฉลี่ยทั้งกรุงเทพมหานคร", "เฉลี่ยทุกหน่วยงาน", "เฉลี่ยหน่วยงานทั้งหมด", "ค่าเฉลี่ยกลุ่มเขต"),
    *("ค่ากลาง 50 เขต", "ค่ามัธยฐาน", "สูงสุด 50 เขต", "คะแนนสูงสุดของกรุงเทพมหานคร", "ต่ำสุด"),
    *("ช่องว่าง", "ส่วนต่าง", "ห่างจากเป้าหมาย", "ต่ำกว่าเกณฑ์", "ขาดอีก", "ยังขาด", "ผลต่างจากปี 2566"),
    *("เพิ่มขึ้น", "ลดลง", "เพิ่มขึ้นจากปีก่อน", "เกณฑ์ผ่าน", "เกณฑ์มาตรฐาน", "คะแนนขั้นต่ำ"),
    *("ผู้ตอบร้อยละ", "ตอบแบบวัดร้อยละ", "เห็นด้วยร้อยละ", "ความก้าวหน้าร้อยละ", "เบิกจ่ายร้อยละ"),
    *("เขตข้างเคียง", "คะแนนประเมินตนเอง", "ความพึงพอใจ", "S.D."),
    *("Benchmark", "คู่เทียบ", "ค่าเฉลี่ยจังหวัด", "ค่าเฉลี่ยรวมทุกเขต", "คะแนนดิบ", "อย่างน้อย", "อัตราการตอบ"),
)
# In a plan a column of last year's scores has those of the assessment.
BEFORE = ("ปีก่อน", "ปีที่ผ่านมา", "ปีที่แล้วได้")
TAILS = (" ({} 90.12 คะแนน)", " ({} 90.12)", "\n{} 90.12 คะแนน", "\n{}: 90.12", " {} 90.12")
PARTS = ("การปฏิบัติหน้าที่", "การใช้งบประมาณ", "การใช้อำนาจ")


def _behind_names(tail: str) -> Iterator[list[Paragraph | Table]]:
    """A number behind the name of an item, an indicator, an instrument or the whole."""
    plain = tail.replace("\n", " ")
    asked = [[f"{item}{tail}", "ช้า", "อบรม"] for item in ("I1 เต็มใจให้บริการ", "I2 อำนวยความสะดวก")]
    yield [table([["ข้อ", "จุดอ่อน", "มาตรการ"], *asked])]
    band = [f"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่{tail}", None, None]
    rows: Grid = [["ข้อ", "มาตรการ", "ผู้รับผิดชอบ"], band, ["I1", "อบรม", "ฝ่ายปกครอง"]]
    yield [table(rows, {(1, 0): (1, 3)})]
    for name in ("ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ", "แบบวัด IIT", "ผลการประเมิน ITA ภาพรวม"):
        yield [paragraph(f"{name}{plain}")]
    yield [paragraph(f"ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่{plain}", bold=True)]
    yield [paragraph(f"{i}. {part}{plain}") for i, part in enumerate(PARTS, 1)]
    yield [table([[f"{name}{tail}" for name in ("IIT", "EIT", "OIT")]])]
    yield [table([[f"{i}{tail}" for i in ("I1", "I2")], [f"{i}{tail}" for i in ("I3", "I4")]])]


def _under_words(words: str) -> Iterator[list[Paragraph | Table]]:
    """A number under the words that head it, or beside them."""
    head = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
    yield [head, paragraph(f"{words} 90.12 คะแนน")]
    yield [head, table([[words, "อันดับที่"], ["90.12", "12"]])]
    yield [head, table([[f"{words}\n90.12", "อันดับที่\n12"]])]
    form = [["ข้อ", "I1 เต็มใจให้บริการ"], [words, "90.12 คะแนน"], ["จุดอ่อน", "ช้า"], ["มาตรการ", "อบรม"]]
    yield [table([*form, ["ผู้รับผิดชอบ", "ฝ่ายปกครอง"]])]
    labels = ("ข้อ I1 เต็มใจให้บริการ", f"{words} : 90.12 คะแนน", "จุดอ่อน : ช้า", "มาตรการ : อบรม")
    yield [*map(paragraph, labels), paragraph("ผู้รับผิดชอบ : ฝ่ายปกครอง")]
    scored = [["I1", "เต็มใจ", "90.12"], ["I2", "อำนวย", "88.10"], ["I3", "เรียกรับ", "87.00"]]
    yield [table([["ข้อ", "ประเด็น", words], *scored])]
    done = [["I1", "90.12", "อบรม", "ฝ่ายโยธา"], ["I2", "88.10", "จัดรถ", "ฝ่ายโยธา"]]
    yield [table([["ข้อ", words, "มาตรการ", "ผู้รับผิดชอบ"], *done])]
    yield [table([["รายการ", "IIT", "EIT", "OIT"], [words, "90.12", "88.10", "87.00"]])]


@pytest.mark.parametrize("words", [*OTHERS, *BEFORE])
def test_in_no_shape_is_it_a_score(words: str) -> None:
    shapes = [blocks for tail in TAILS for blocks in _behind_names(tail.format(words))]
    for blocks in (*shapes, *(_under_words(words) if words in OTHERS else ())):
        found = {(s.code, str(s.score)) for s in report(ANALYSIS_67, *blocks).scores}
        assert found == set(), blocks


@pytest.mark.parametrize(
    "before",
    [
        "ปี 2567 คะแนนเพิ่มขึ้นเป็น ",
        "ลดลงเหลือ ",
        "ตั้งเป้าไว้ 95.00 คะแนน ได้ ",
        "ค่าเฉลี่ย 50 เขต 88.00 คะแนน สำนักงานเขตได้ ",
        "มีการปรับปรุงให้ดีขึ้นจนบรรลุเป้าหมาย (",
        "คะแนนเฉลี่ยของกลุ่มตัวอย่าง ",
        "คะแนนเฉลี่ยรวมของสำนักงานเขตบางแค เท่ากับ ",
        "สั่งการในสิ่งที่ไม่ถูกต้อง ได้ ",
        "ได้คะแนนเฉลี่ยถ่วงน้ำหนัก ",
        "ขั้นตอนใดจะแล้วเสร็จ (",
        "มีการพัฒนาเพิ่มขึ้น (",
        "",
    ],
)
def test_a_score_is_not_called_otherwise(before: str) -> None:
    assert not says_other_number(before)


def test_a_number_of_a_later_year_is_hoped_for() -> None:
    told = "ข้อ I1 เต็มใจให้บริการ เท่าเทียม ไม่เลือกปฏิบัติ (ปี 2568 ได้ 90.12 คะแนน)"
    assert report(ANALYSIS_67, paragraph(told)).scores == ()


def test_no_title_of_the_code_books_calls_its_score_otherwise() -> None:
    books = [b for year in book_years() for b in (items(year), indicators(year))]
    titles = [one.title_th for book in books for one in book.values()]
    assert len(titles) > 100 and not any(map(says_other_number, titles))


def test_the_score_beside_other_numbers_stays() -> None:
    tail = "(88.00 คะแนน) เป้าหมาย 90.12 คะแนน ค่าเฉลี่ย 50 เขต 89.00 คะแนน"
    rows = [["ข้อ", "จุดอ่อน", "มาตรการ"], [f"I1 เต็มใจให้บริการ {tail}", "ช้า", "อบรม"]]
    assert [str(s.score) for s in report(ANALYSIS_67, table(rows)).scores] == ["88.00"]


def test_the_number_of_a_code_is_no_score() -> None:
    cards = [["I1\nคะแนนคาดหวัง: 90.12", "I2\nคะแนนคาดหวัง: 88.10"]]
    assert report(ANALYSIS_67, table(cards)).scores == ()


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("ได้ 84.16\nเกณฑ์ 90.00\nขาด 5.84\nเฉลี่ย 50 เขต 87.90", "ได้ 84.16"),
        ("I3 ได้ 88.40 คะแนน จากคะแนนเต็ม 100 สูงกว่าเกณฑ์ 85 อยู่ 3.40 คะแนน", "I3 ได้ 88.40 คะแนน"),
        ("88.30 คะแนน (ค่าเฉลี่ยเขตอื่น 87.17 คะแนน ต่าง 1.13 คะแนน)", "88.30 คะแนน"),
        ("เขตได้ 90.17 คะแนน (ค่าเฉลี่ย 50 เขต 94.10)", "เขตได้ 90.17 คะแนน"),
        ("ได้ 4.61 จาก 5 คะแนน", "ได้"),
        ("ได้คะแนนเต็ม 100 คะแนน", "ได้คะแนนเต็ม 100 คะแนน"),
        ("ประมาณการของคณะทำงานสำหรับปี 2568 อยู่ที่ 96.20 คะแนน", ""),
    ],
)
def test_what_stays_without_the_other_numbers(text: str, own: str) -> None:
    found = without_other_numbers(text)
    assert len(found) == len(text) and " ".join(found.split()) == own


def test_a_band_with_several_numbers_gives_the_one_that_is_its_score() -> None:
    band = "ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่ คะแนนตัวชี้วัด 90.74 ค่าเฉลี่ยกลุ่มกรุงธนใต้ 92.01 คะแนนเต็ม 100"
    rows: Grid = [
        ["ข้อ", "ผลเทียบเกณฑ์", "มาตรการ", "ผู้รับผิดชอบ"],
        [band, None, None, None],
        ["I1 เต็มใจให้บริการ", "ได้ 84.16\nเกณฑ์ 90.00\nขาด 5.84", "อบรม", "ฝ่ายปกครอง"],
        ["I2 อำนวยความสะดวก", "ได้ 82.07\nเกณฑ์ 90.00\nขาด 7.93", "จัดรถ", "ฝ่ายปกครอง"],
    ]
    found = report(ANALYSIS_67, table(rows, {(1, 0): (1, 4)})).scores
    assert {s.code: str(s.score) for s in found} == {"1": "90.74", "I1": "84.16", "I2": "82.07"}


def test_the_best_of_all_offices_beside_its_name_is_another_column() -> None:
    rows: Grid = [
        ["เครื่องมือ", "คะแนนของเขต", "สูงสุด (เขตที่ได้)"],
        ["ผู้มีส่วนได้ส่วนเสียภายใน (IIT)", "88.12", "96.75 (เขตบางบอน)"],
        ["ผู้มีส่วนได้ส่วนเสียภายนอก (EIT)", "89.06", "97.02 (เขตทุ่งครุ)"],
    ]
    found = report(ANALYSIS_67, table(rows)).scores
    assert {s.code: str(s.score) for s in found} == {"IIT": "88.12", "EIT": "89.06"}


def test_a_score_below_the_name_with_others_behind_it() -> None:
    head = paragraph("ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", bold=True)
    told = (
        "ผลการประเมินปี 2567 เขตได้ 90.17 คะแนน (ค่าเฉลี่ย 50 เขต 94.10) เป้าหมายปี 2568 ตั้งไว้ 95.00 คะแนน"
        "ประมาณการของคณะทำงานสำหรับปี 2568 อยู่ที่ 96.20 คะแนน แบบสำรวจภายในได้ 4.61 จาก 5"
    )
    found = report(ANALYSIS_67, head, paragraph(told)).scores
    assert [(s.code, str(s.score)) for s in found] == [("1", "90.17")]


def test_a_level_that_was_not_reached_is_no_rating() -> None:
    told = "คะแนนรวม 89.82 คะแนน ยังห่างจากเกณฑ์ระดับผ่านดีเยี่ยม (95 คะแนน) อยู่ 5.18 คะแนน"
    assert report(ANALYSIS_67, paragraph(told)).meta.rating is None


def test_items_told_in_short_with_a_verb_before_their_scores() -> None:
    told = (
        "ข้อ I8 การรับรู้งบประมาณและแผนการใช้จ่าย ได้ 76.48 คะแนน (ค่าเฉลี่ยของกรุงเทพมหานคร 83.30 คะแนน) "
        "ข้อที่ได้คะแนนน้อยที่สุดคือ I3 เรื่องการสื่อสารที่ชัดเจน ได้ 86.92 คะแนน "
        "ส่วนข้อ I5 วินัย ทำให้ภาพรวมได้ 90.00 คะแนน และข้อ I6 เขตบางบอนได้ 96.40 คะแนน"
    )
    found = report(ANALYSIS_66, paragraph(told)).scores
    assert {s.code: str(s.score) for s in found if s.level == "item"} == {
        "I8": "76.48",
        "I3": "86.92",
    }
