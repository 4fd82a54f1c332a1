"""Warnings of gateways go, in whatever language and however near they stand; a person's own warning never does."""

from itertools import product

import pytest

from mail.phrases.gateway_warnings import is_label, warning_lines
from mail.replies.quoted_text import split

GATEWAYS = """
This message originated from outside of NHSmail. Please do not click links or open attachments unless you recognise the sender.
CAUTION: This email originated from outside of the organization. Do not click links or open attachments unless you know it is safe.
CAUTION: External email. Do not click on links or open attachments.
[EXTERNAL]
*** EXTERNAL EMAIL ***
External Email - Please use caution
[You don't often get email from wren@people.test. Learn why this is important at https://aka.example/LearnAbout ]
Be careful with this message. The sender hasn't authenticated this message so Gmail can't verify it. Avoid clicking links.
This Message Is From an Untrusted Sender / You have not previously corresponded with this sender.
ZjQcmQRYFpfptBannerStart / This Message Is From an Unknown Sender / You have not previously corresponded with this sender. / ZjQcmQRYFpfptBannerEnd
This message contains suspicious characteristics and has originated outside your organization.
We could not verify the identity of the sender. Click here to learn more. Powered by Mimecast
Caution: this is the first time you have received an email from this sender.
THINK SECURE. This email was received from outside the NHS.
OFFICIAL-SENSITIVE
Classification: OFFICIAL
Rhybudd: e-bost allanol. Peidiwch ag agor dolenni nac atodiadau oni bai eich bod yn adnabod yr anfonwr.
GOFAL: Daeth yr e-bost hwn o'r tu allan i'r sefydliad. Peidiwch â chlicio ar ddolenni.
RHYBUDD: Mae'r e-bost hwn wedi dod o'r tu allan. / CAUTION: This email originated from outside the Council.
Externe E-Mail: Öffnen Sie keine Anhänge von unbekannten Absendern.
Sie erhalten nicht oft eine E-Mail von wren@people.test. Erfahren Sie, warum dies wichtig ist
Vous ne recevez pas souvent de courriers de la part de wren@people.test. Découvrez pourquoi cela est important
ATTENTION: Cet e-mail provient de l'extérieur de l'organisation. Ne cliquez pas sur les liens.
ADVERTENCIA: Este correo proviene de fuera de la organización. No haga clic en enlaces.
CUIDADO: Este e-mail veio de fora da organização. Não clique em links.
ATTENZIONE: Questa e-mail proviene dall'esterno. Non cliccare sui link.
LET OP: Deze e-mail komt van buiten de organisatie. Klik niet op links.
UWAGA: Ta wiadomość pochodzi spoza organizacji. Nie klikaj w linki.
ATENȚIE: Acest e-mail provine din afara organizației. Nu deschideți linkuri.
ВНИМАНИЕ: Это письмо получено от внешнего отправителя. Не открывайте ссылки и вложения.
УВАГА: Цей лист надійшов ззовні організації. Не відкривайте посилання та вкладення.
تحذير: هذه الرسالة واردة من خارج المؤسسة. لا تفتح الروابط أو المرفقات.
خبردار: یہ ای میل ادارے کے باہر سے آئی ہے۔ لنکس یا منسلکات نہ کھولیں۔
चेतावनी: यह ईमेल संगठन के बाहर से आया है। लिंक या अनुलग्नक न खोलें।
সতর্কতা: এই ইমেলটি প্রতিষ্ঠানের বাইরে থেকে এসেছে। লিঙ্ক বা সংযুক্তি খুলবেন না।
ਚੇਤਾਵਨੀ: ਇਹ ਈਮੇਲ ਸੰਸਥਾ ਦੇ ਬਾਹਰੋਂ ਆਈ ਹੈ। ਲਿੰਕ ਨਾ ਖੋਲ੍ਹੋ।
ચેતવણી: આ ઇમેઇલ સંસ્થાની બહારથી આવ્યો છે. લિંક ખોલશો નહીં.
警告：此邮件来自组织外部。请勿点击链接或打开附件。
注意：このメールは社外から送信されています。リンクや添付ファイルを開かないでください。
DİKKAT: Bu e-posta kurum dışından gelmiştir. Bağlantılara tıklamayın.
DIGNIIN: Iimaylkan wuxuu ka yimid meel ka baxsan hay'adda. Ha furin lifaaqyada.
VARNING: Detta meddelande kommer från en extern avsändare. Klicka inte på länkar.
""".strip().split("\n")
PEOPLE = """
Attention: the lift outside does not open. I clicked the button for ages.
Warning: do not trust the receptionist. He told everybody outside about me.
Caution! The step outside is broken. Somebody will fall. Please report it.
Notice: I will not come again. The room outside was locked and nobody would open.
External doors were locked. I had to call.
Be careful with this worker.
This email is from an external volunteer, and I want to be careful what I say: your manager shouted.
This message is from me and my wife. We came from outside the area and had no links to anybody.
You don't often get email from me but I wanted to say the choir was good.
WARNING I am allergic to nuts and outside catering did not care. Report this.
Your email came from an external company. Nobody opens links like that.
The email came from outside and looked like spam.
ATTENTION : ce groupe est dangereux, les gens de l'extérieur entrent sans frapper et j'ai peur, prévenez l'expéditeur.
ACHTUNG: draußen außerhalb des Hauses war es glatt. Bitte öffnen Sie die Tür früher.
Rhybudd: roedd y drws allanol ar gau ac ni allwn agor dim byd.
Official people made me nervous.
""".strip().split("\n")
OWN = ("The hall was cold.", "good", "I felt listened to.", "links were missing on your page", "Ça va.")


def test_a_gateways_warning_goes_and_the_words_below_it_stay():
    for warning, own, gap in product(GATEWAYS, OWN, ("\n", "\n\n")):
        assert split(warning.replace(" / ", "\n") + gap + own).reply.strip() == own, warning


@pytest.mark.parametrize("said", PEOPLE)
def test_a_persons_own_warning_is_kept_whole(said: str):
    for below in ("", "\n\nThe rest was fine.", "\nThe rest was fine."):
        assert split(said + below).reply == said + below
    assert not is_label(said)


def test_a_warning_that_was_broken_into_lines_goes_whole():
    told = [
        "CAUTION: This email originated from outside of the organization. Do not click",
        "links or open attachments unless you recognise the sender and know the content",
        "is safe.",
    ]

    assert split("\n".join(told) + "\n\nIt was loud.").reply.strip() == "It was loud."


def test_a_warning_with_nothing_below_it_is_left_as_it_is():
    assert split("CAUTION: This email came from outside.").reply == "CAUTION: This email came from outside."


def test_a_page_of_warnings_is_no_warning_without_end():
    assert warning_lines(["[EXTERNAL]"] * 50) == 8
