"""Twenty-eight mail programs: what each puts before a quoted message, around it, and under its owner's words."""

from dataclasses import dataclass
from typing import Literal

Head = Literal["line", "line-wrapped", "block", "block-rule", "block-dashes", "phone-dashes", "bare", "none"]
Form = Literal["text", "html", "both"]


@dataclass(frozen=True)
class Html:
    """How a program wraps a quoted message in HTML. `para` takes {0}, the person's own line."""

    before: str
    quote: str
    unquote: str
    after: str
    para: str


@dataclass(frozen=True)
class Client:
    """One program: what it writes. `mark` stands before each quoted line of its plain text (empty: it sets none)."""

    name: str
    head: Head
    mark: str
    forms: tuple[Form, ...]
    html: Html | None = None
    device: str = ""
    """The phone in its last line (`Sent from my ...`)."""
    mailer: str = ""
    width: int = 0
    """Columns at which it folds what it writes; 0 for never."""
    encoding: Literal["quoted-printable", "base64", "8bit"] = "quoted-printable"
    line: str = ""
    """Its last line where that is its own and not a phone's."""
    languages: tuple[str, ...] = ()
    """The languages that it speaks, where it is not all."""
    bullet: str = ""
    """What it makes of a list mark in its plain text."""


def _cite(before: str = "", after: str = "", attributes: str = 'type="cite"', para: str = "<div>{0}</div>") -> Html:
    return Html(f"<div>{before}", f"</div><blockquote {attributes}>", "</blockquote>", after, para)


GMAIL = Html(
    '<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">',
    '</div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid '
    'rgb(204,204,204);padding-left:1ex">',
    "</blockquote>",
    "</div>",
    '<div dir="ltr">{0}</div>',
)
OUTLOOK = Html(
    '<div><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal">',
    '</p></div></div><p class="MsoNormal"><o:p>&nbsp;</o:p></p>',
    "",
    "",
    '<p class="MsoNormal">{0}<o:p></o:p></p>',
)
OWA = Html(
    '<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1">'
    '<div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt" color="#000000">',
    "</font><div>&nbsp;</div></div><div>",
    "",
    "</div>",
    '<div class="elementToProof" style="font-family: Calibri; font-size: 12pt;">{0}</div>',
)
APPLE = Html(
    '<br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>',
    '</div><br class="Apple-interchange-newline"><div>',
    "</div></blockquote>",
    "</div>",
    "<div>{0}</div>",
)
IPHONE = Html(
    '<div dir="ltr"><br><blockquote type="cite">',
    '<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">',
    "</div></blockquote>",
    "",
    '<div dir="ltr">{0}</div>',
)
YAHOO = Html(
    '<div id="ydp1yahoo_quoted" class="yahoo_quoted"><div style="font-family:Helvetica;font-size:13px;"><div>',
    "</div><div><br></div><div>",
    "</div>",
    "</div></div>",
    '<div dir="ltr" data-setdir="false">{0}</div>',
)
THUNDERBIRD = Html(
    '<div class="moz-cite-prefix">',
    '<br></div><blockquote type="cite" cite="mid:invitation@feedback.example.org">',
    "</blockquote>",
    "",
    "<p>{0}</p>",
)
PROTON = Html(
    '<div class="protonmail_quote">',
    '<br><blockquote class="protonmail_quote" type="cite">',
    "</blockquote>",
    "</div>",
    '<div style="font-family: Arial, sans-serif; font-size: 14px;">{0}</div>',
)
SAMSUNG = Html(
    '<div><br></div><div align="left" dir="auto" style="font-size:100%;color:#000000"><div>',
    "</div><div><br></div></div>",
    "",
    "",
    '<div dir="auto">{0}</div>',
)
GMX = Html(
    '<div name="quote" style="margin:10px 5px 5px 10px; padding: 10px 0 10px 10px; border-left:2px solid #C3D9E5;">'
    '<div style="margin:0 0 10px 0;">',
    '</div><div name="quoted-content">',
    "</div>",
    "</div>",
    "<div>{0}</div>",
)
ZOHO = Html(
    '<div class="zmail_extra_hr" style="border-top: 1px solid rgb(204, 204, 204);"></div>'
    '<div class="zmail_extra" data-zbluepencil-ignore="true"><br><div id="Zm-_Id_-Sgn1">',
    '</div><br><blockquote id="blockquote_zmail" style="margin: 0px;">',
    "</blockquote>",
    "</div>",
    "<div>{0}<br></div>",
)
LOTUS = Html(
    '<br><font size="2" color="#990099" face="sans-serif">',
    '</font><br><div style="padding-left:5px;border-left:solid black 2px">',
    "</div>",
    "",
    '<font size="2" face="sans-serif">{0}</font><br>',
)
BARE = Html("<div>", "</div>", "", "", "<div>{0}</div>")

_ALL: tuple[Form, ...] = ("text", "html", "both")
_RICH: tuple[Form, ...] = ("html", "both")
CLIENTS = (
    Client("gmail-web", "line-wrapped", "> ", ("both",), GMAIL, width=74),
    Client("gmail-phone", "line", "> ", ("both",), GMAIL, width=74),
    Client("outlook-desktop", "block", "", _ALL, OUTLOOK, mailer="Microsoft Outlook 16.0", bullet="  *   "),
    Client("outlook-web", "block-rule", "", _RICH, OWA, encoding="base64", bullet="  *   "),
    Client("outlook-phone", "block-rule", "", _RICH, OWA, line="Get Outlook for iOS<https://aka.ms/o0ukef>"),
    Client("outlook-mac", "block", "", _RICH, OUTLOOK, mailer="Microsoft-MacOutlook/16.94", bullet="  *   "),
    Client("apple-mail", "line", "> ", _ALL, APPLE, mailer="Apple Mail (2.3826)"),
    Client("iphone", "line", "> ", _ALL, IPHONE, device="iPhone", mailer="iPhone Mail (23B85)"),
    Client("ipad", "line", "> ", ("both", "html"), IPHONE, device="iPad", mailer="iPad Mail (23B85)"),
    Client("yahoo-web", "line", "", ("both",), YAHOO, mailer="WebService/1.1 YMailNorrin", bullet="   - "),
    Client("yahoo-phone", "line", "", ("both",), YAHOO, line="Sent from Yahoo Mail on Android"),
    Client("thunderbird", "line", "> ", _ALL, THUNDERBIRD, width=72, encoding="8bit", mailer="Mozilla Thunderbird"),
    Client("samsung", "phone-dashes", "", _RICH, SAMSUNG, device="Galaxy", encoding="base64"),
    Client("proton", "line", "> ", _ALL, PROTON, mailer="", line="Sent with Proton Mail secure email."),
    Client("mutt", "line", "> ", ("text",), width=72, mailer="Mutt/2.2.13", encoding="8bit"),
    Client("k-9", "line", "> ", _ALL, _cite(attributes='class="gmail_quote"'), device="Android", width=72),
    Client("gmx", "block-dashes", "", _ALL, GMX, languages=("de", "en", "fr", "es")),
    Client("web.de", "block-dashes", "> ", ("text", "both"), GMX, languages=("de", "en")),
    Client("zoho", "line-wrapped", "", _RICH, ZOHO, mailer="Zoho Mail"),
    Client("lotus", "block-dashes", "", _ALL, LOTUS, mailer="Lotus Notes Release 8.5.3", languages=("en", "de", "fr")),
    Client("evolution", "line", "> ", _ALL, _cite(), width=71, encoding="8bit", mailer="Evolution 3.52"),
    Client("kmail", "line", "> ", ("text",), mailer="KMail/5.24", encoding="8bit"),
    Client("roundcube", "line", "> ", ("text", "both"), _cite(), width=76, mailer="Roundcube Webmail/1.6"),
    Client("fastmail", "line", "> ", _RICH, _cite(attributes='type="cite" id="qt"'), mailer="MessagingEngine"),
    Client("aol", "block-dashes", "", ("both",), YAHOO, mailer="WebService/1.1 AolMailNorrin"),
    Client("huawei", "block-dashes", "", _RICH, BARE, device="Huawei", encoding="base64"),
    Client("spark", "line", "> ", ("both",), _cite(attributes='type="cite" class="spark_quote"'), mailer="Spark"),
    Client("no-marks", "bare", "", _ALL, BARE),
    Client("no-head", "none", "> ", ("text",), width=72),
    Client("spaced-marks", "line", ">", ("text",), width=72),
    Client("bars", "line", "| ", ("text",), width=72),
)
