"""Monitoring intervals, sections of a district office and the statements of a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalize.codebook import Unit, units
from normalize.words.intervals import monitoring_months
from normalize.words.steps import split_steps
from normalize.words.text import clean
from normalize.words.unitnames import find_units
from tests.normalize.strategies import thai


@pytest.mark.parametrize(
    ("printed", "months"),
    [
        ("ทุก ๖ เดือน", 6),
        ("ทุก 6\nเดือน", 6),
        ("ทุก๖เดือน", 6),
        ("ทุกๆ ๓ เดือน", 3),
        ("ทุก ๆ ๓ เดือน", 3),
        ("ทุก ๑ เดือน", 1),
        ("ทุกเดือน", 1),
        ("ประจำทุกเดือน", 1),
        ("รายเดือน", 1),
        ("ทุกไตรมาส", 3),
        ("รายไตรมาส", 3),
        ("ทุกปี", 12),
        ("ทุก ๑ ปี", 12),
        ("รายปี", 12),
        ("ทุก 15 วัน", 0.5),
        ("ทุก ๓๐ วัน", 1),
        ("ทุกสัปดาห์", 0.25),
        ("ทุก 2 สัปดาห์", 0.5),
        ("ทุกวันอังคาร", 0.25),
        ("ทุกวันศุกร์", 0.25),
        ("๖ เดือน", 6),
        ("(๖ เดือน)", 6),
        ("รายงานผลทุก ๖ เดือน (เม.ย. และ ต.ค.)", 6),
        ("ทุกเดือน ภายในวันที่ ๕", 1),
        # Rounds, ends of months and numbers in words.
        ("ทุกรอบ 6 เดือน", 6),
        ("รอบ 6 เดือน", 6),
        ("ทุกสิ้นเดือน", 1),
        ("ทุกต้นเดือน", 1),
        ("ทุกสิ้นไตรมาส", 3),
        ("ทุกหกเดือน", 6),
        ("ทุกสามเดือน", 3),
        ("ทุกสิบสองเดือน", 12),
        ("ทุกครึ่งปี", 6),
        ("ทุกครึ่งเดือน", 0.5),
        ("ทุกปีงบประมาณ", 12),
        # So many times in so long.
        ("๖ เดือน/ครั้ง", 6),
        ("6 เดือนต่อ 1 ครั้ง", 6),
        ("1 ครั้ง/เดือน", 1),
        ("2 ครั้ง/ปี", 6),
        ("1 ครั้งต่อปี", 12),
        ("1 ครั้ง/6 เดือน", 6),
        ("เดือนละ 2 ครั้ง", 0.5),
        ("ปีละสองครั้ง", 6),
        # Days of the month: they are no days of the week, and not every day.
        ("ทุกวันที่ ๒๕ ของเดือน", 1),
        ("ทุกวันที่ 5", 1),
        ("ทุกวันที่ 5 และ 20 ของเดือน", 0.5),
        ("ทุกวันทำการสุดท้ายของเดือน", 1),
        ("ทุกวันศุกร์สุดท้ายของเดือน", 1),
        ("ทุกวันสิ้นเดือน", 1),
    ],
)
def test_monitoring_interval(printed: str, months: float) -> None:
    assert monitoring_months(printed) == months


@pytest.mark.parametrize(
    "printed",
    [
        "", None, "-", "ตลอดเวลา", "ต่อเนื่อง", "๓๐ ก.ย. ๖๖", "ครั้งเดียว",
        "ทุก ๐ เดือน", "เดือนละ 0 ครั้ง", "ทุก 1-2 เดือน", "6 เดือน ครั้งที่ 1", "ทุกวันที่มาทำงาน",
        # "Once in three months" or "in three months once a month": it is not said.
        "3 เดือนละครั้ง",
        # Halves and years that are named, not repeated.
        "รอบ 6 เดือนแรก", "ภายในครึ่งปีแรก", "รอบ 6 เดือน (ตุลาคม 2566 - มีนาคม 2567)",
        "แผนประจำปีงบประมาณ พ.ศ. 2566", "แผนประจำปี 2566",
    ],
)  # fmt: skip
def test_no_interval(printed: str | None) -> None:
    assert monitoring_months(printed) is None


@given(st.integers(1, 99), st.sampled_from(["เดือน", "ปี"]), st.booleans())
def test_interval_counts_in_months(count: int, unit: str, in_thai: bool) -> None:
    printed = f"ทุก {count} {unit}"
    months = count * (12 if unit == "ปี" else 1)
    assert monitoring_months(thai(printed) if in_thai else printed) == months


ALIASES = [(alias, unit.name_th) for unit in units() for alias in unit.aliases]


@pytest.mark.parametrize("unit", units(), ids=lambda unit: unit.name_en)
def test_official_name_of_a_section(unit: Unit) -> None:
    assert find_units(unit.name_th) == (unit.name_th,)
    assert find_units(f"หัวหน้า{unit.name_th}") == (unit.name_th,)


@pytest.mark.parametrize(("alias", "official"), ALIASES)
def test_other_name_of_a_section(alias: str, official: str) -> None:
    assert find_units(alias) == (official,)


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("ฝ่ายคลัง", ["ฝ่ายการคลัง"]),
        ("ฝ่ายทะเบียน\nฝ่ายปกครอง", ["ฝ่ายทะเบียน", "ฝ่ายปกครอง"]),
        ("ฝ่ายทะเบียน/ฝ่ายปกครอง", ["ฝ่ายทะเบียน", "ฝ่ายปกครอง"]),
        ("ฝ่ายเทศกิจและฝ่ายโยธา", ["ฝ่ายเทศกิจ", "ฝ่ายโยธา"]),
        ("ฝ่ายสิ่ง\nแวดล้อม\nและสุขาภิบาล", ["ฝ่ายสิ่งแวดล้อมและสุขาภิบาล"]),
        ("ฝ่าย การคลัง", ["ฝ่ายการคลัง"]),
        ("๑. ฝ่ายรายได้ ๒. ฝ่ายคลัง", ["ฝ่ายการคลัง", "ฝ่ายรายได้"]),
        ("ทุกฝ่ายในสำนักงานเขต", ["ทุกฝ่าย"]),
        (
            "ฝ่ายรักษาความสะอาดและฝ่ายโยธา",
            ["ฝ่ายรักษาความสะอาดและสวนสาธารณะ", "ฝ่ายโยธา"],
        ),
        # Cut short, where only one section begins so.
        ("ฝ่ายรักษาฯ", ["ฝ่ายรักษาความสะอาดและสวนสาธารณะ"]),
        ("ฝ่ายพัฒนา ฯ", ["ฝ่ายพัฒนาชุมชนและสวัสดิการสังคม"]),
        ("ฝ่ายการฯ", []),
        ("ฝ่ายโยธา ฯลฯ", ["ฝ่ายโยธา"]),
        # Listed without their word.
        ("ฝ่ายปกครอง ทะเบียน และโยธา", ["ฝ่ายทะเบียน", "ฝ่ายปกครอง", "ฝ่ายโยธา"]),
        ("1. ฝ่ายปกครอง 2. รายได้", ["ฝ่ายปกครอง", "ฝ่ายรายได้"]),
        ("ฝ่ายปกครองและการประชาสัมพันธ์", ["ฝ่ายปกครอง"]),
        # Marks lost or mistaken in a scan.
        ("ฝายปกครอง", ["ฝ่ายปกครอง"]),
        ("ฝ่ายทะเบยน", ["ฝ่ายทะเบียน"]),
        ("ฝ่ายทะเบื่ยน", ["ฝ่ายทะเบียน"]),
        ("ฝ่ายรายใด้", ["ฝ่ายรายได้"]),
        ("ฝ่ายเทศกจ", ["ฝ่ายเทศกิจ"]),
        ("ฝ่ายที่รับผิดชอบ", []),
        ("", []),
        ("สถาบันพัฒนาข้าราชการกรุงเทพมหานคร", []),
    ],
)
def test_sections_a_cell_names(printed: str, names: list[str]) -> None:
    assert find_units(printed) == tuple(sorted(names))


@given(
    st.lists(st.sampled_from(units()), min_size=1, max_size=4, unique=True),
    st.sampled_from(["\n", " ", ", ", "/", " และ", "\n- "]),
)
def test_sections_are_found_sorted_once_each(chosen: list[Unit], joint: str) -> None:
    names = [unit.name_th for unit in chosen]
    assert find_units(joint.join([*names, names[0]])) == tuple(sorted(names))


@pytest.mark.parametrize(
    ("printed", "statements"),
    [
        ("๑. จัดอบรม\n๒. ประชาสัมพันธ์", ["จัดอบรม", "ประชาสัมพันธ์"]),
        ("1) จัดอบรม\n2) ประชาสัมพันธ์", ["จัดอบรม", "ประชาสัมพันธ์"]),
        ("(1) จัดอบรม\n(2) ประชาสัมพันธ์", ["จัดอบรม", "ประชาสัมพันธ์"]),
        ("- จัดอบรม\n- ประชาสัมพันธ์", ["จัดอบรม", "ประชาสัมพันธ์"]),
        ("– จัดอบรม\n– ประชาสัมพันธ์", ["จัดอบรม", "ประชาสัมพันธ์"]),
        ("• จัดอบรม\n• ประชาสัมพันธ์", ["จัดอบรม", "ประชาสัมพันธ์"]),
        ("๙. จัดอบรม\n๑๐. ประชาสัมพันธ์", ["จัดอบรม", "ประชาสัมพันธ์"]),
        ("๓. จัดอบรม\n๔. ประชาสัมพันธ์", ["จัดอบรม", "ประชาสัมพันธ์"]),
        ("๑. จัดอบรม ๒. ประชาสัมพันธ์ ๓. ติดตาม", ["จัดอบรม", "ประชาสัมพันธ์", "ติดตาม"]),
        ("ดำเนินการดังนี้\n๑. จัดอบรม\n๒. ติดตาม", ["ดำเนินการดังนี้", "จัดอบรม", "ติดตาม"]),
        ("๑. จัดอบรม\nแก่บุคลากร\n๒. ติดตาม", ["จัดอบรม\nแก่บุคลากร", "ติดตาม"]),
        ("๑. จัดอบรม\n- รุ่นแรก\n- รุ่นสอง\n๒. ติดตาม", ["จัดอบรม", "รุ่นแรก", "รุ่นสอง", "ติดตาม"]),
        ("จัดอบรม ปีละ ๒ ครั้ง", ["จัดอบรม ปีละ 2 ครั้ง"]),
        ("๑. จัดอบรม ๒ ครั้ง ๒. ติดตาม", ["จัดอบรม 2 ครั้ง", "ติดตาม"]),
        ("๑. เวลา ๐๙.๐๐ - ๑๒.๐๐ น.", ["เวลา 09.00 - 12.00 น."]),
        ("๑๒.๐๐ น. พักกลางวัน", ["12.00 น. พักกลางวัน"]),
        ("๑. ๕ ส ในสำนักงาน", ["5 ส ในสำนักงาน"]),
        ("1.1 อบรม\n1.2 ทดสอบ\n2. ติดตาม", ["อบรม", "ทดสอบ", "ติดตาม"]),
        ("1.) จัดอบรม\n2.) ติดตาม", ["จัดอบรม", "ติดตาม"]),
        ("ข้อ 1. จัดอบรม\nข้อ 2. ติดตาม", ["จัดอบรม", "ติดตาม"]),
        # Bullets of every kind, in lines of their own or not.
        ("• จัดอบรม • ติดตาม", ["จัดอบรม", "ติดตาม"]),
        ("1. อบรม • รุ่นแรก • รุ่นสอง\n2. ติดตาม", ["อบรม", "รุ่นแรก", "รุ่นสอง", "ติดตาม"]),
        ("✓ จัดอบรม\n✓ ติดตาม", ["จัดอบรม", "ติดตาม"]),
        ("➢ จัดอบรม\n➢ ติดตาม", ["จัดอบรม", "ติดตาม"]),
        ("\uf0b7 จัดอบรม\n\uf0a7 ติดตาม", ["จัดอบรม", "ติดตาม"]),
        ("‣ จัดอบรม\n◦ ติดตาม", ["จัดอบรม", "ติดตาม"]),
        # A list inside a line: its numbers follow each other.
        ("เริ่ม 1. จัดอบรม 2. ทดสอบ 3. ติดตาม", ["เริ่ม", "จัดอบรม", "ทดสอบ", "ติดตาม"]),
        ("๓. จัดอบรม ๔. ติดตาม", ["จัดอบรม", "ติดตาม"]),
        # Numbers and dashes that begin no statement.
        ("ตามมาตรา 2. ของกฎหมาย", ["ตามมาตรา 2. ของกฎหมาย"]),
        ("1. ตามมาตรา 2. ของกฎหมาย", ["ตามมาตรา 2. ของกฎหมาย"]),
        ("จัดอบรมตามระเบียบ\nข้อ 5. ทุกปี", ["จัดอบรมตามระเบียบ\nข้อ 5. ทุกปี"]),
        ("จัดเวร เวลา 09.00\n- 12.00 น.", ["จัดเวร เวลา 09.00\n- 12.00 น."]),
        ("เผยแพร่ ปี 2566\n- 5 ส ในสำนักงาน", ["เผยแพร่ ปี 2566", "5 ส ในสำนักงาน"]),
    ],
)
def test_statements_of_a_cell(printed: str, statements: list[str]) -> None:
    assert split_steps(clean(printed)) == statements


@pytest.mark.parametrize("nothing", [None, "", "  ", "\n"])
def test_no_statement(nothing: str | None) -> None:
    assert split_steps(nothing) == []


STATEMENT = st.sampled_from(
    ["จัดอบรมบุคลากร", "ติดตามผลทุก 6 เดือน", "เผยแพร่ใน website", "แต่งตั้งคณะทำงาน 5 คน", "ประชุม"]
)


@given(
    st.lists(STATEMENT, min_size=1, max_size=12),
    st.sampled_from(["{n}. ", "{n}) ", "({n}) ", "{n}.", "- ", "• "]),
)
def test_listed_statements_come_back(statements: list[str], mark: str) -> None:
    lines = [mark.format(n=n) + text for n, text in enumerate(statements, 1)]
    assert split_steps("\n".join(lines)) == statements


@given(st.lists(STATEMENT, min_size=1, max_size=5))
def test_no_words_are_lost_between_statements(statements: list[str]) -> None:
    text = "\n".join(statements)
    assert "".join("".join(split_steps(text)).split()) == "".join(text.split())
