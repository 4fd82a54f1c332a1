"""Plain cries in the languages that came later, and ordinary or joking lines in the same, which are let be."""

import pytest

from feedback.distress import notices

CRIES = [
    ("fr", "self-harm", "je n'ai plus envie de vivre"),
    ("fr", "staff-harm", "l'infirmière m'a giflée"),
    ("it", "abuse", "mio marito mi picchia"),
    ("it", "self-harm", "voglio morire"),
    ("de", "self-harm", "ich will nicht mehr leben"),
    ("de", "abuse", "mein Mann schlägt mich"),
    ("hu", "self-harm", "meg akarok halni"),
    ("bg", "abuse", "мъжът ми ме бие"),
    ("el", "self-harm", "θέλω να πεθάνω"),
    ("hi", "self-harm", "मुझे जीना नहीं है"),
    ("hi", "staff-harm", "नर्स ने मुझे थप्पड़ मारा"),
    ("gu", "self-harm", "મારે મરી જવું છે"),
    ("ta", "abuse", "என் கணவர் தினமும் அடிக்கிறார்"),
    ("ne", "self-harm", "म मर्न चाहन्छु"),
    ("zh", "self-harm", "我不想活了"),
    ("zh", "staff-harm", "護士打我，我好怕"),
    ("zh", "in-need-now", "现在需要帮助"),
    ("vi", "self-harm", "tôi không muốn sống nữa"),
    ("vi", "abuse", "chồng tôi đánh tôi"),
    ("tl", "self-harm", "gusto ko nang mamatay"),
    ("sq", "self-harm", "s'mundem më, jam lodhur nga jeta"),
    ("sq", "in-need-now", "kam nevojë për ndihmë tani, ju lutem"),
    ("ti", "abuse", "ሰብኣየይ ይወቕዓኒ"),
    ("am", "self-harm", "መሞት እፈልጋለሁ"),
    ("ps", "abuse", "زما خاوند ما وهي"),
    ("pl", "in-need-now", "boje sie, niech ktos przyjdzie"),
    ("ru", "self-harm", "снова порезала руки"),
    ("uk", "self-harm", "ya ne hochu zhyty"),
    ("cy", "self-harm", "alla i ddim cario mlaen fel hyn"),
    ("ar", "self-harm", "يا ريتني متت مع أهلي"),
]
ORDINARY = [
    "je veux mourir de rire",
    "brauche Hilfe beim Formular",
    "ich sterbe vor Hunger",
    "muoio di fame",
    "我快累死了",
    "想死你了",
    "护士打电话给我了",
    "她打电话给孩子",
    "bác sĩ đánh giá tôi rất kỹ",
    "tôi mệt muốn chết",
    "कल मैं थक गया, डॉक्टर अच्छे थे",
    "ડૉક્ટર સારા હતા, આભાર",
    "நர்ஸ் நல்லவர், நன்றி",
    "kam frikë nga dentisti",
    "ሓኪም ጽቡቕ ነይሩ",
    "больше не могу ждать",
    "methu cario mlaen gyda'r ffurflen",
    "no puedo más de la risa",
    "dişçiden korkuyorum",
    "dige nemitonam biam",
    "πεθαίνω της πείνας",
    "умирам от глад",
]


@pytest.mark.parametrize(("language", "reason", "text"), CRIES)
def test_a_cry_is_heard_in_its_language(language: str, reason: str, text: str):
    assert (reason, language) in {(one.reason, one.language) for one in notices(text)}


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_and_sayings_are_let_be(text: str):
    assert notices(text) == ()


@pytest.mark.parametrize("text", ["help me", "please somebody help me"])
def test_a_cry_may_end_where_its_rule_ends(text: str):
    assert [notice.reason for notice in notices(text)] == ["in-need-now"]
