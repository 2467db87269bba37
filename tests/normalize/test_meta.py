"""What the title says: district, kind, years, period; what a sentence says of the rating."""

from __future__ import annotations

from dataclasses import replace

import pytest

from normalize.codebook import Agency, agencies
from normalize.names.meta import Title, read_title
from normalize.names.ratingsaid import find_rating
from normalize.words.titleyears import title_years
from tests.normalize.tables import ANALYSIS_67, Grid, document, paragraph, report, table

DISTRICTS = [a for a in agencies() if a.kind == "district"]


def title(*lines: str) -> Title:
    return read_title(document(*(paragraph(line) for line in lines)))


PROGRESS = (
    "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
    "ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ รอบ ๖ เดือนแรก (ตุลาคม ๒๕๖๖ - มีนาคม ๒๕๖๗)",
    "สำนักงานเขตมีนบุรี",
)


def test_progress_report() -> None:
    found = title(*PROGRESS)
    assert found.agency is not None
    assert (found.agency.code, found.doc_type, found.years) == ("1010", "progress", (2567,))
    assert found.period == ("2023-10-01", "2024-03-31")


def test_analysis() -> None:
    found = title(
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงาน (ITA) "
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ สำนักงานเขตปทุมวัน กรุงเทพมหานคร"
    )
    assert found.agency is not None
    assert (found.agency.name_th, found.doc_type, found.years) == ("ปทุมวัน", "analysis", (2566,))
    assert found.period is None


def test_full_report_names_the_plan_year_too() -> None:
    found = title(
        "รายงานผลการประเมินคุณธรรมและความโปร่งใสในการดำเนินงานของหน่วยงานภาครัฐ",
        "ประจำปีงบประมาณ พ.ศ. 2567",
        "และมาตรการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2568",
        "สำนักงานเขตสัมพันธวงศ์",
    )
    assert (found.doc_type, found.years[0], found.plan_year) == ("analysis", 2567, 2568)


def test_plan() -> None:
    found = title(
        "มาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ ของสำนักงานเขตบางเขน",
    )
    assert found.agency is not None
    assert (found.agency.name_th, found.doc_type, found.years) == ("บางเขน", "plan", (2566,))


def test_report_of_the_city_itself() -> None:
    found = title(
        "รายงานผลการดำเนินการเพื่อส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        "ของกรุงเทพมหานคร ประจำปีงบประมาณ พ.ศ. ๒๕๖๕",
    )
    assert found.agency is not None
    assert (found.agency.code, found.doc_type, found.years) == ("1000", "progress", (2565,))


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("การประเมินคุณธรรม ปี 2567 และการจัดทำมาตรการ ปี 2568 การวิเคราะห์ผล", "analysis"),
        ("มาตรการส่งเสริมคุณธรรม และผลการวิเคราะห์การประเมิน ปี 2567", "analysis"),
        ("มาตรการส่งเสริมคุณธรรม จากผลการวิเคราะห์การประเมิน ปี 2567", "plan"),
        ("แผนยกระดับ ตามการวิเคราะห์ผลการประเมิน ปี 2567", "plan"),
        ("แบบรายงานผลการนำมาตรการไปสู่การปฏิบัติ ปี 2567", "progress"),
        ("รายงานผลการดำเนินการตามมาตรการ และการวิเคราะห์ผล ปี 2567", "progress"),
        ("สรุปคะแนนการประเมินคุณธรรม (ITA) ปี 2567", "analysis"),
    ],
)
def test_kind_of_a_report(printed: str, kind: str) -> None:
    assert title(printed, "สำนักงานเขตบางรัก").doc_type == kind


@pytest.mark.parametrize(
    ("printed", "years"),
    [
        ("ปี 67", (2567,)),
        ("ปีงบประมาณ ๖๗", (2567,)),
        ("พ.ศ.๒๕ ๖๗", (2567,)),
        ("FY2024", (2567,)),
        ("FY67", (2567,)),
        ("ปี 67 ปีงบประมาณ พ.ศ. 2566", (2566,)),
        ("ที่ปรับปรุงแล้ว 67 ข้อ", ()),
        ("ปีละ 67 ครั้ง", ()),
    ],
)
def test_years_of_a_title(printed: str, years: tuple[int, ...]) -> None:
    assert title("วิเคราะห์ผลการประเมิน ITA", printed, "สำนักงานเขตบางรัก").years == years


@pytest.mark.parametrize("years", ["ปี 2566 กับปี 2567", "ปี 66 กับปี 67", "พ.ศ. 2566 - 2567"])
def test_years_compared_are_no_plan(years: str) -> None:
    found = title(f"เปรียบเทียบผลการวิเคราะห์ ITA {years}", "สำนักงานเขตบางรัก")
    assert (found.years[0], found.plan_year) == (2567, None)


def test_plan_that_names_the_assessment_it_was_drawn_from() -> None:
    found = title(
        "มาตรการยกระดับคุณธรรม ปีงบประมาณ พ.ศ. 2568 จากผลการประเมินปีงบประมาณ พ.ศ. 2567",
        "สำนักงานเขตบางรัก",
    )
    assert (found.doc_type, found.years[0], found.plan_year) == ("plan", 2567, 2568)


def test_year_that_nothing_names_is_no_report_year() -> None:
    rows = [["ข้อ", "คะแนน"], ["I1", "91.00"], ["I2", "92.00"]]
    found = report(paragraph("วิเคราะห์ผลการประเมิน สำนักงานเขตบางรัก"), table(rows))
    assert found.meta.report_year is None
    assert "unknown-year" in {f.kind for f in found.findings}


def test_title_is_the_line_that_says_what_the_report_is() -> None:
    found = title("สำนักงานเขตบางรัก", "ฉบับปรับปรุง", "รายงานวิเคราะห์ผล ITA ปี 2567")
    assert found.text.startswith("รายงานวิเคราะห์ผล")


@pytest.mark.parametrize("agency", DISTRICTS, ids=lambda a: a.name_en)
@pytest.mark.parametrize(
    "form", ["สำนักงานเขต{}", "สำนักงานเขต {}", "สำนักงานเขต\n{}", "เขต{} กรุงเทพมหานคร"]
)
def test_every_district(agency: Agency, form: str) -> None:
    found = title("การวิเคราะห์ผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๖", form.format(agency.name_th))
    assert found.agency == agency


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("สำนักงานเขตมินบุรี", "มีนบุรี"),
        ("สำนักงานเขตมีนบรี", "มีนบุรี"),
        ("สํานักงานเขตว\u0e31ฒนา", "วัฒนา"),
        ("สำนักงานเขตจตจักร", "จตุจักร"),
        ("สำนักงานเขตบางพลัค", "บางพลัด"),
        ("สำนักงานเขตลาดพราว", "ลาดพร้าว"),
        ("สำนักงานเขตราษฏร์บูรณะ", "ราษฎร์บูรณะ"),
        ("ส านักงานเขตวัฒนา", "วัฒนา"),
        ("สำนักงานเขตป้อมปราบฯ", "ป้อมปราบศัตรูพ่าย"),
        ("สำนักงานเขตสาธร", "สาทร"),
        ("เขตภาษีเจริญ", "ภาษีเจริญ"),
        ("สนข.บางซื่อ", "บางซื่อ"),
        ("Bang Rak District Office", "บางรัก"),
        ("BANGKOK YAI DISTRICT", "บางกอกใหญ่"),
        ("สำนักงานเขตดินเดง", "ดินแดง"),
    ],
)
def test_damaged_name_of_a_district(printed: str, name: str) -> None:
    found = title("วิเคราะห์ผลการประเมิน ปีงบประมาณ ๒๕๖๖", printed)
    assert found.agency is not None
    assert found.agency.name_th == name


@pytest.mark.parametrize(
    "printed",
    [
        "สำนักงานเขตบางบาน",
        "สำนักงานเขตกขคง",
        "เทศบาลเมืองปทุมธานี",
        "สำนักงานเขตบางฯ",
        "Khet District Office",
    ],
)
def test_unknown_agency_is_not_guessed(printed: str) -> None:
    assert title("วิเคราะห์ผลการประเมิน ปีงบประมาณ ๒๕๖๖", printed).agency is None


def test_districts_named_in_the_body_do_not_count() -> None:
    """minburi's report speaks of บางซื่อ again and again: its text was copied from there."""
    body = table(
        [["ข้อคำถาม", "มาตรการ"]]
        + [[f"I{n} เจ้าหน้าที่", "เผยแพร่ใน website ของสำนักงานเขตบางซื่อ"] for n in range(1, 6)]
    )
    after = [paragraph("จึงเรียนมาเพื่อโปรดทราบ สำนักงานเขตบางซื่อ") for _ in range(5)]
    found = read_title(document(*(paragraph(line) for line in PROGRESS), body, *after))
    assert found.agency is not None
    assert found.agency.name_th == "มีนบุรี"


@pytest.mark.parametrize(
    ("printed", "period"),
    [
        ("รอบ ๖ เดือนแรก", ("2023-10-01", "2024-03-31")),
        ("รอบ ๖ เดือนหลัง", ("2024-04-01", "2024-09-30")),
        ("รอบที่ ๑", ("2023-10-01", "2024-03-31")),
        ("รอบที่ ๒", ("2024-04-01", "2024-09-30")),
        ("รอบ ๑๒ เดือน", ("2023-10-01", "2024-09-30")),
        ("(ต.ค. ๖๖ - มี.ค. ๖๗)", ("2023-10-01", "2024-03-31")),
        ("(๑ เมษายน ๒๕๖๗ - ๓๐ กันยายน ๒๕๖๗)", ("2024-04-01", "2024-09-30")),
        ("รอบที่ ๒ (เมษายน - กันยายน ๒๕๖๗)", ("2024-04-01", "2024-09-30")),
    ],
)
def test_period_of_a_progress_report(printed: str, period: tuple[str, str]) -> None:
    found = title(f"{PROGRESS[0]} ประจำปีงบประมาณ พ.ศ. ๒๕๖๗ {printed}", PROGRESS[2])
    assert found.period == period


def test_text_below_a_title_may_be_larger_than_most_of_its_page() -> None:
    sized = (
        ("มาตรการส่งเสริมคุณธรรมภายในหน่วยงาน", 22, True),
        ("สำนักงานเขตมีนบุรี ปีงบประมาณ พ.ศ. 2568", 18, True),
        ("ผู้บริหารนำคะแนนของปีงบประมาณ พ.ศ. 2567 มาหารือร่วมกับทุกฝ่าย", 15, False),
        *((f"ข้อ {n} ยังต้องปรับปรุง", 12, False) for n in range(6)),
    )
    lines = (paragraph(text, bold=bold) for text, _, bold in sized)
    made = [replace(p, size=size) for p, (_, size, _) in zip(lines, sized, strict=True)]
    assert read_title(document(*made)).years == (2568,)


@pytest.mark.parametrize(
    ("below", "period"),
    [
        ("รอบ 12 เดือน (1 ตุลาคม 2566 – 30 กันยายน 2567)", ("2023-10-01", "2024-09-30")),
        ("ระหว่างวันที่ 1 เมษายน 2567 ถึง 30 กันยายน 2567", ("2024-04-01", "2024-09-30")),
        ("ตุลาคม 2566 - มีนาคม 2567", ("2023-10-01", "2024-03-31")),
        ("สำนักงานเขตติดตามผลรอบ 6 เดือนแรกแล้วเมื่อต้นปี", None),
        (
            "รอบ 12 เดือน (ตุลาคม 2566 – กันยายน 2567) รายงานฉบับนี้เล่าถึงการแก้ไขข้อคำถามที่มีคะแนนต่ำ "
            "ตามมาตรการของทุกฝ่าย โดยให้แต่ละฝ่ายกรอกแบบรายงานมาตรการละหนึ่งแบบแล้วส่งให้ฝ่ายปกครองรวบรวม",
            ("2023-10-01", "2024-09-30"),
        ),
    ],
)
def test_the_period_below_a_title_that_print_sets_off(
    below: str, period: tuple[str, str] | None
) -> None:
    found = read_title(
        document(
            paragraph("รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรม สำนักงานเขตมีนบุรี", bold=True),
            paragraph("ประจำปีงบประมาณ พ.ศ. 2567", bold=True),
            paragraph(below),
            paragraph("สำนักงานเขตได้ติดตามผลตามมาตรการทุกข้อ"),
            paragraph("รายละเอียดดังต่อไปนี้"),
        )
    )
    assert found.period == period


def test_report_without_a_title_says_so() -> None:
    found = report(table([["ข้อคำถาม", "มาตรการ"], ["I1 เจ้าหน้าที่", "จัดอบรมเจ้าหน้าที่"]]))
    assert "unknown-agency" in {f.kind for f in found.findings}
    assert found.meta.agency_code is None
    assert found.status == "partial"


@pytest.mark.parametrize(
    ("sentence", "rating"),
    [
        ("มีผลการประเมินอยู่ในระดับ ผ่านดี", "ผ่านดี"),
        ("อยู่ในระดับผลการประเมิน ผ่าน ดี", "ผ่านดี"),
        ("อยู่ในระดับ “ผ่าน”", "ผ่าน"),
        ('จัดอยู่ในระดับ "ผ่านดีเยี่ยม"', "ผ่านดีเยี่ยม"),
        ("ได้คะแนน ๖๕.๐๐ ระดับต้องปรับปรุงโดยด่วน", "ต้องปรับปรุงโดยด่วน"),
        ("ระดับต้องปรับปรุง", "ต้องปรับปรุง"),
        ("ระดับ : ผ่าน", "ผ่าน"),
        ("ระดับการประเมิน ผ่านดี", "ผ่านดี"),
        ("ระดับของผลการประเมิน: ผ่านดี", "ผ่านดี"),
        ("อยู่ในเกณฑ์ ผ่านดี", "ผ่านดี"),
        ("ผลการประเมินระดับหน่วยงาน: ผ่าน", "ผ่าน"),
        ("ระดับผ่านดี หมายถึง 85 คะแนนขึ้นไป สำนักงานเขตอยู่ในระดับ ผ่าน", "ผ่าน"),
    ],
)
def test_rating(sentence: str, rating: str) -> None:
    assert find_rating(sentence) == rating


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "ระดับดีมาก",
        "ผ่านการประเมิน",
        "ยกระดับการให้บริการ",
        "อยู่ในระดับไม่ผ่าน",
        "ระดับผ่านดี หมายถึง คะแนน 85 ขึ้นไป",
        "ระดับผ่านดี คะแนนตั้งแต่ 85",
        "กำหนดเป้าหมายให้อยู่ในระดับ ผ่านดีเยี่ยม",
    ],
)
def test_no_rating(sentence: str) -> None:
    assert find_rating(sentence) is None


@pytest.mark.parametrize(
    "caption",
    [
        "ผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 ที่นำมาใช้จัดทำมาตรการ",
        "ตารางที่ 1 คะแนนการประเมิน ปีงบประมาณ พ.ศ. 2567",
        "ผลคะแนนการประเมินประจำปีงบประมาณ พ.ศ. 2567",
        "คะแนน ITA ปี 2567",
    ],
)
def test_the_caption_of_the_first_table_is_no_title(caption: str) -> None:
    title = "มาตรการยกระดับคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2568 สำนักงานเขตบางรัก"
    rows = table([["เครื่องมือ", "คะแนน"], ["IIT", "88.04"], ["EIT", "90.10"]])
    found = report(paragraph(title, bold=True), paragraph(caption, bold=True), rows, MEASURES)
    assert (found.meta.doc_type, found.meta.report_year) == ("plan", 2568)
    assert (found.meta.plan_year, found.meta.assessment_year) == (2568, 2567)


def test_the_assessment_that_observations_were_drawn_from() -> None:
    title = "มาตรการส่งเสริมคุณธรรมและความโปร่งใส สำนักงานเขตบางรัก ประจำปีงบประมาณ พ.ศ. 2567"
    said = "สำนักงานเขตบางรักนำข้อสังเกตจากการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2566 มากำหนดมาตรการ"
    found = report(paragraph(title, bold=True), paragraph(said), MEASURES)
    assert (found.meta.report_year, found.meta.assessment_year) == (2567, 2566)


MEASURES = table([["ข้อ", "มาตรการ", "ผู้รับผิดชอบ"], ["I1", "1. จัดทำคู่มือการให้บริการ", "ฝ่ายปกครอง"]])


# A sentence this long ends the title.
INTRO = paragraph("ตามที่กรุงเทพมหานครได้ประเมินคุณธรรมและความโปร่งใสของสำนักงานเขต " * 5)


@pytest.mark.parametrize(
    ("heads", "year"),
    [
        (("๔. มาตรการยกระดับคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. ๒๕๖๘",), 2568),
        (("๓. แนวทางการปรับปรุงแก้ไข ในปีงบประมาณ พ.ศ.", "๒๕๖๘"), 2568),
        (("๓. มาตรการที่ได้ดำเนินการ ปีงบประมาณ พ.ศ. ๒๕๖๗",), None),
        (("ส่วนที่ ๒ ผลการประเมิน ปีงบประมาณ พ.ศ. ๒๕๖๘",), None),
        ((), None),
    ],
)
def test_plan_year_from_the_heading_above_the_measures(
    heads: tuple[str, ...], year: int | None
) -> None:
    headings = [paragraph(h, bold=True) for h in heads]
    assert report(ANALYSIS_67, INTRO, *headings, MEASURES).meta.plan_year == year


def test_headings_that_disagree_name_no_plan_year() -> None:
    first = paragraph("มาตรการระยะสั้น ปีงบประมาณ พ.ศ. ๒๕๖๘", bold=True)
    second = paragraph("มาตรการระยะยาว ปีงบประมาณ พ.ศ. ๒๕๖๙", bold=True)
    assert report(ANALYSIS_67, INTRO, first, MEASURES, second, MEASURES).meta.plan_year is None


def test_plan_year_from_the_sentence_above_the_measures() -> None:
    said = paragraph(
        "คณะทำงานได้พิจารณาข้อคำถามที่ได้คะแนนต่ำสุดของแต่ละแบบวัดแล้ว เห็นว่าควรเร่งแก้ไขทุกข้อโดยเร็ว "
        "และได้รับความเห็นชอบจากที่ประชุมประจำเดือนของสำนักงานเขตแล้วทุกประการ "
        "จึงกำหนดมาตรการเพื่อยกระดับคะแนนในปีงบประมาณ พ.ศ. ๒๕๖๘ ดังนี้"
    )
    assert len(said.text) > 160
    assert report(ANALYSIS_67, INTRO, said, MEASURES).meta.plan_year == 2568


def test_plan_of_a_year_without_a_book_works_on_the_assessment_it_names() -> None:
    title = paragraph("มาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2580 สำนักงานเขตบางรัก")
    head = "ประเด็นที่ต้องพัฒนา (ผลประเมินปี 2567)"
    rows = [[head, "มาตรการ", "ผู้รับผิดชอบ"], ["I1 เต็มใจให้บริการ", "จัดอบรม", "ฝ่ายคลัง"]]
    meta = report(title, table(rows)).meta
    assert (meta.report_year, meta.assessment_year, meta.plan_year) == (2580, 2567, 2580)


def test_title_in_a_table_below_a_running_head() -> None:
    rows: Grid = [
        ["การวิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567 สำนักงานเขตบางรัก", None],
        ["ตัวชี้วัด", "คะแนน"],
        ["1 การปฏิบัติหน้าที่", "91.20"],
        ["2 การใช้งบประมาณ", "88.10"],
    ]
    found = report(paragraph("ITA Report"), table(rows, {(0, 0): (1, 2)})).meta
    assert (found.agency_code, found.doc_type, found.report_year) == ("1004", "analysis", 2567)


def test_the_district_in_a_form_below_a_title_that_names_none() -> None:
    rest: Grid = [["ผู้ประสานงาน", "ฝ่ายปกครอง"], ["วันที่ส่ง", "๑๐ เมษายน ๒๕๖๘"]]
    form: Grid = [["ชื่อหน่วยงาน", "สำนักงานเขตมีนบุรี กรุงเทพมหานคร"], *rest]
    found = read_title(document(*(paragraph(line) for line in PROGRESS[:2]), table(form)))
    assert found.agency is not None and found.agency.code == "1010"
    other: Grid = [["หน่วยงานที่เปรียบเทียบ", "สำนักงานเขตมีนบุรี"], *rest]
    assert read_title(document(*(paragraph(x) for x in PROGRESS[:2]), table(other))).agency is None


def test_the_rating_behind_the_words_that_it_was_given() -> None:
    assert find_rating("ระดับผลการประเมินที่ได้รับ: ผ่าน") == "ผ่าน"
    assert find_rating("ระดับผลการประเมินประจำปี 2568 คือ ผ่านดี") == "ผ่านดี"


def test_a_smaller_line_below_the_title_may_say_of_which_year_the_plan_is() -> None:
    head = paragraph(
        "รายงานการวิเคราะห์ผลการประเมิน ITA สำนักงานเขตบางรัก ประจำปีงบประมาณ พ.ศ. 2567", bold=True
    )
    more = paragraph("พร้อมมาตรการขับเคลื่อน ประจำปีงบประมาณ พ.ศ. 2568")
    assert report(head, more).meta.plan_year == 2568
    other = paragraph("พร้อมเอกสารประกอบการประชุมครั้งที่ 3 ประจำปี 2568")
    assert report(head, other).meta.plan_year is None


def test_scores_that_a_plans_assessment_is_compared_with_are_not_its_own() -> None:
    head = (
        paragraph("แผนปฏิบัติการเพื่อส่งเสริมคุณธรรมและความโปร่งใส สำนักงานเขตบางเขน"),
        paragraph("ประจำปีงบประมาณ พ.ศ. 2568"),
        paragraph("(จากผลการประเมินประจำปีงบประมาณ พ.ศ. 2567)"),
    )
    rows = [
        ["ตัวชี้วัด", "พ.ศ. 2566", "พ.ศ. 2567", "ผลต่าง"],
        ["ตัวชี้วัดที่ 1 การปฏิบัติหน้าที่", "86.56", "85.48", "-1.08"],
        ["ตัวชี้วัดที่ 2 การใช้งบประมาณ", "83.65", "93.01", "+9.36"],
    ]
    assert report(*head, table(rows)).meta.assessment_year == 2567


def test_of_two_years_before_a_progress_reports_own_the_later_is_the_assessments() -> None:
    rows = [
        ["ตัวชี้วัด", "รายการ", "คะแนน ปี 2566", "คะแนน ปี 2567", "ผลต่าง"],
        ["1", "การปฏิบัติหน้าที่", "77.20", "93.83", "+16.63"],
        ["2", "การใช้งบประมาณ", "83.39", "87.81", "+4.42"],
    ]
    low = [["รหัสข้อ", "ข้อคำถาม", "คะแนน"], ["I4", "โปร่งใส ตรวจสอบได้", "83.50"]]
    head = paragraph("ส่วนที่ 1 ผลการประเมิน ITA เปรียบเทียบปีงบประมาณ พ.ศ. 2566 กับ พ.ศ. 2567")
    title = (
        "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน สำนักงานเขตสายไหม "
        "ประจำปีงบประมาณ พ.ศ. 2568 รอบ 12 เดือน (ตุลาคม 2567 - กันยายน 2568)"
    )
    found = report(paragraph(title), head, table(rows), table(low))
    assert found.meta.assessment_year == 2567
    assert [(s.fiscal_year, str(s.score)) for s in found.scores if s.code == "I4"] == [
        (2567, "83.50")
    ]


def test_what_a_sentence_says_the_office_has_done_names_no_year_of_the_title() -> None:
    found = title(
        "แผนปฏิบัติการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2568",
        "สำนักงานเขตราษฎร์บูรณะ กรุงเทพมหานคร",
        "สำนักงานเขตราษฎร์บูรณะนำผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567 เฉพาะข้อที่ได้คะแนนน้อย"
        " มากำหนดเป็นมาตรการของปีงบประมาณ พ.ศ. 2568 ดังต่อไปนี้",
    )
    assert (found.years, found.plan_year) == ((2568,), None)
    # A line that says from what the plan was drawn is of the title.
    drawn = title(
        "แผนปฏิบัติการส่งเสริมคุณธรรมและความโปร่งใส ประจำปีงบประมาณ พ.ศ. 2568",
        "จากผลการประเมิน ITA ประจำปีงบประมาณ พ.ศ. 2567",
        "สำนักงานเขตราษฎร์บูรณะ",
    )
    assert (drawn.years[0], drawn.plan_year) == (2567, 2568)


@pytest.mark.parametrize("mark", ["ก.", "1.", "๒)"])
def test_a_section_that_compares_years_says_nothing_of_the_title(mark: str) -> None:
    title = (
        "การวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส สำนักงานเขตบางรัก ปีงบประมาณ พ.ศ. 2567"
        " และมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ พ.ศ. 2568"
    )
    section = f"{mark} เปรียบเทียบผลการประเมินสองปี"
    assert title_years(f"{title}\n{section}") == (2567, 2568)
    assert title_years("เปรียบเทียบผลการประเมิน ITA ปี 2566 กับปี 2567") == (2567,)


def test_the_rating_in_a_long_sentence_that_says_no_score() -> None:
    told = (
        "ปีงบประมาณ พ.ศ. 2567 สำนักงานเขตบางรักมีผลการประเมินในระดับ “ผ่านดี”"
        " เมื่อเทียบกับปีก่อนหน้ามีรายละเอียด ดังนี้"
    )
    assert report(ANALYSIS_67, paragraph(told)).meta.rating == "ผ่านดี"


def test_the_year_of_measures_is_none_of_those_compared() -> None:
    title = (
        "วิเคราะห์ผลการประเมิน ITA ปีงบประมาณ พ.ศ. 2567\n"
        "เปรียบเทียบผลย้อนหลัง 3 ปี และมาตรการปรับปรุงในปีงบประมาณ พ.ศ. 2568"
    )
    assert title_years(title) == (2567, 2568)
    assert title_years("เปรียบเทียบผลการประเมิน ปี 2566 และปี 2567") == (2567,)


def test_the_level_that_was_left_is_not_the_rating() -> None:
    assert find_rating("คะแนนเพิ่มขึ้นและเลื่อนจากระดับ ผ่าน เป็นระดับ ผ่านดี") == "ผ่านดี"
    assert find_rating("ผลการประเมินอยู่ในระดับ ผ่าน") == "ผ่าน"


def test_a_smaller_line_in_brackets_may_say_what_a_plan_was_drawn_from() -> None:
    head = paragraph("แผนยกระดับ ITA สำนักงานเขตบางรัก ประจำปีงบประมาณ พ.ศ. 2568", bold=True)
    drawn = paragraph("(จัดทำจากผลการประเมินประจำปีงบประมาณ พ.ศ. 2567)")
    meta = report(head, drawn).meta
    assert (meta.report_year, meta.plan_year) == (2567, 2568)
    other = paragraph("(จัดทำตามหนังสือเวียนประจำปีงบประมาณ พ.ศ. 2567)")
    assert report(head, other).meta.report_year == 2568


def test_years_that_the_report_is_beside_are_not_its_own() -> None:
    found = title(
        "รายงานวิเคราะห์ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ประจำปีงบประมาณ พ.ศ. 2567",
        "สำนักงานเขตวัฒนา พร้อมข้อมูลเปรียบเทียบย้อนหลัง ปี 2565 และปี 2566",
    )
    assert found.years == (2567,)


def test_a_sentence_says_in_which_year_the_measures_are_carried_out() -> None:
    line = "คะแนนมาจากผลการประเมิน ITA ปี 2567 ซึ่งเขตใช้กำหนดมาตรการที่ดำเนินการในปีงบประมาณ พ.ศ. 2568"
    assert report(ANALYSIS_67, paragraph(line)).meta.plan_year == 2568
    earlier = line.replace("2568", "2566")
    assert report(ANALYSIS_67, paragraph(earlier)).meta.plan_year is None


def test_the_year_of_a_goal_is_not_that_of_the_measures_below_it() -> None:
    rows: Grid = [["ข้อ", "จุดอ่อน", "มาตรการ"], ["I1", "พูดจาไม่สุภาพ", "จัดอบรมเจ้าหน้าที่"]]
    lines = (
        "ตัวชี้วัดที่ 5 การแก้ไขปัญหาการทุจริต ได้ 88.90 คะแนน",
        "สำหรับปีงบประมาณ พ.ศ. 2569 เขตตั้งเป้าหมายไว้ที่ 95.00 คะแนน",
    )
    title = replace(ANALYSIS_67, bold=True)
    told = [*(paragraph(line) for line in lines), paragraph("4. จุดอ่อนรายข้อ")]
    assert report(title, *told, table(rows)).meta.plan_year is None
    headed = (paragraph("มาตรการส่งเสริมคุณธรรมและความโปร่งใส"), paragraph("ปีงบประมาณ พ.ศ. 2568"))
    assert report(title, *headed, table(rows)).meta.plan_year == 2568
