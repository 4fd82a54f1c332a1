"""The commonest cries in other languages than English, and ordinary lines in the same."""

import pytest

from feedback.distress import notices

CRIES = [
    ("pl", "self-harm", "nie chce juz zyc"),
    ("pl", "abuse", "mój mąż mnie bije"),
    ("ro", "self-harm", "vreau sa mor"),
    ("ar", "self-harm", "أريد أن أموت"),
    ("ar", "abuse", "zawji byedrabni"),
    ("ur", "self-harm", "mujhe jeena nahi chahta, main marna chahta hun"),
    ("ur", "abuse", "میرا شوہر مجھے مارتا ہے"),
    ("pa", "self-harm", "ਮੈਂ ਮਰਨਾ ਚਾਹੁੰਦਾ ਹਾਂ"),
    ("pa", "abuse", "mera pati mainu marda hai"),
    ("bn", "self-harm", "আমি মরতে চাই"),
    ("bn", "in-need-now", "amake sahajjo korun"),
    ("so", "self-harm", "waxaan rabaa inaan dhinto"),
    ("pt", "self-harm", "não quero viver mais"),
    ("pt", "staff-harm", "a enfermeira bateu em mim"),
    ("es", "self-harm", "quiero morirme"),
    ("es", "harm-to-others", "voy a matarlo"),
    ("tr", "self-harm", "ölmek istiyorum"),
    ("tr", "abuse", "kocam beni dövüyor"),
    ("kmr", "self-harm", "ez dixwazim bimirim"),
    ("ckb", "self-harm", "دەمەوێت بمرم"),
    ("fa", "self-harm", "می‌خوام بمیرم"),
    ("fa", "in-need-now", "کمکم کنید"),
    ("lt", "self-harm", "noriu mirti"),
    ("ru", "self-harm", "я не хочу жить"),
    ("ru", "in-need-now", "помогите мне пожалуйста"),
    ("uk", "self-harm", "не хочу жити"),
    ("cy", "self-harm", "dwi eisiau marw"),
    ("cy", "in-need-now", "dwi angen help rwan"),
]
ORDINARY = [
    "Spotkanie było dobre, dziękuję",
    "nie chcę umrzeć z nudów na zebraniu",
    "Întâlnirea a fost bună, mulțumesc",
    "الاجتماع كان جيدا شكرا",
    "میٹنگ بہت اچھی تھی، شکریہ",
    "ਮੀਟਿੰਗ ਬਹੁਤ ਵਧੀਆ ਸੀ",
    "সভা খুব ভালো ছিল, ধন্যবাদ",
    "kulanka wuu fiicnaa, mahadsanid",
    "A reunião foi boa, obrigada",
    "La reunión fue buena, pero quiero más tiempo",
    "Toplantı çok iyiydi, teşekkürler",
    "جلسه خیلی خوب بود ممنون",
    "Susitikimas buvo geras",
    "Встреча была хорошей, спасибо",
    "Зустріч була гарна, дякую",
    "Roedd y cyfarfod yn dda iawn, diolch",
    "dwi eisiau help gyda'r ffurflen wythnos nesaf",
]


@pytest.mark.parametrize(("language", "reason", "text"), CRIES)
def test_a_cry_is_heard_in_its_language(language: str, reason: str, text: str):
    assert (reason, language) in {(one.reason, one.language) for one in notices(text)}


@pytest.mark.parametrize("text", ORDINARY)
def test_ordinary_words_in_another_language_are_let_be(text: str):
    assert notices(text) == ()
