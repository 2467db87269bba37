"""How values are written for a reader: Thai dates and numbers, names of kinds and states."""

from __future__ import annotations

from datetime import date

MONTHS = "ม.ค. ก.พ. มี.ค. เม.ย. พ.ค. มิ.ย. ก.ค. ส.ค. ก.ย. ต.ค. พ.ย. ธ.ค.".split()
BUDDHIST_ERA = 543

# Thai, then English, for every value a view can hold.
DOC_TYPES = {
    "analysis": ("รายงานวิเคราะห์ผลการประเมิน", "analysis"),
    "plan": ("แผนมาตรการ", "plan"),
    "progress": ("รายงานผลการดำเนินการ", "progress report"),
    None: ("ไม่ทราบประเภท", "kind unknown"),
}
STATUSES = {
    "ok": ("อ่านได้ครบ", "read in full"),
    "partial": ("อ่านได้บางส่วน", "read in part"),
    "failed": ("อ่านไม่ได้", "could not be read"),
}
SEVERITIES = {
    "error": ("ผิดพลาด", "error"),
    "warning": ("ควรตรวจดู", "warning"),
    "info": ("บันทึก", "note"),
}
TEXT_SOURCES = {
    "text": ("ชั้นข้อความในไฟล์", "text layer"),
    "ocr": ("รู้จำอักขระ (OCR)", "OCR"),
    "mixed": ("ชั้นข้อความและ OCR", "text layer and OCR"),
    "ocr_text": ("ไฟล์ผลลัพธ์ OCR", "OCR output"),
    None: ("อ่านไม่ได้", "nothing readable"),
}
INSTRUMENTS = {
    "IIT": ("ผู้มีส่วนได้ส่วนเสียภายใน", "internal perception"),
    "EIT": ("ผู้มีส่วนได้ส่วนเสียภายนอก", "external perception"),
    "OIT": ("การเปิดเผยข้อมูลสาธารณะ", "open data"),
}
CHECKS = {
    "indicator-mean": ("ตัวชี้วัดเป็นค่าเฉลี่ยของข้อคำถาม", "an indicator is the mean of its items"),
    "indicator-weighted": (
        "ตัวชี้วัดเป็นค่าเฉลี่ยของข้อตามน้ำหนักคะแนน",
        "an indicator is the mean of its items, weighted by their points",
    ),
    "instrument-weighted": (
        "เครื่องมือเป็นค่าเฉลี่ยของตัวชี้วัดตามน้ำหนักคะแนน",
        "an instrument is the mean of its indicators, weighted by their points",
    ),
    "overall-from-indicators": (
        "คะแนนรวมเป็นค่าเฉลี่ยของตัวชี้วัดตามน้ำหนักคะแนน",
        "the overall score is the weighted mean of the indicators",
    ),
    "overall-weighted": (
        "คะแนนรวมเป็นค่าเฉลี่ยของเครื่องมือตามน้ำหนักคะแนน",
        "the overall score is the weighted mean of the instruments",
    ),
    "rating": (
        "ระดับผลเป็นไปตามคะแนนรวมและคะแนนของเครื่องมือ (1 ต่ำสุด ถึง 5 สูงสุด)",
        "the rating follows from the overall score and the instruments (rank 1 lowest to 5)",
    ),
    "subindicator-mean": (
        "ตัวชี้วัดย่อยเป็นค่าเฉลี่ยของข้อ",
        "a sub-indicator is the mean of its items",
    ),
}
LETTERS = {"I": "IIT", "E": "EIT", "O": "OIT"}


def thai_date(text: str | None) -> str:
    """An ISO date as Thais write it; nothing for none."""
    if text is None:
        return ""
    day = date.fromisoformat(text[:10])
    return f"{day.day} {MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA}"


def score(value: float | None) -> str:
    """A score with its two decimals; a dash where there is none."""
    return "–" if value is None else f"{value:.2f}"


def signed(value: float | None) -> str:
    """A difference with its sign, a real minus."""
    if value is None:
        return "–"
    return f"{value:+.2f}".replace("-", "−") if round(value, 2) else "0.00"


def agency_name(name: str | None, code: str | None) -> str:
    """A district as it is spoken of; the city needs no word before it."""
    if name is None:
        return "ไม่ทราบหน่วยงาน"
    return name if code == "1000" else f"เขต{name}"


def band(value: float) -> str:
    """The class of a score's colour: bands meet at the limits the ratings have."""
    for least, name in ((95, "b6"), (90, "b5"), (85, "b4"), (80, "b3"), (70, "b2")):
        if value >= least:
            return name
    return "b1"


BANDS = (
    ("b1", "ต่ำกว่า 70"),
    ("b2", "70–79.99"),
    ("b3", "80–84.99"),
    ("b4", "85–89.99"),
    ("b5", "90–94.99"),
    ("b6", "95–100"),
)
