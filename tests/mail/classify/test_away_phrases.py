"""Answers of responders, help desks and filters that bear no header: known by their words; a person is never one."""

import pytest

from mail.classify.away_phrases import is_away
from mail.classify.receipts import is_receipt

AWAY = """
I'm out of the office until Monday 4 May with no access to email. Please ring Bea for anything urgent.
Thanks for getting in touch. I don't work on Fridays. I will reply when I am back on Monday.
I am away from 1 May to 4 May and will answer when I return.
Hi, I am now on maternity leave until January. Please contact Bea Example.
My working days are Monday to Wednesday. I will respond to your email on my return to work.
I have now left the Trust. Please contact bea@example.test.
This mailbox is not monitored. Please do not reply to this email.
I am no longer working at Example Trust. Please email team@example.test.
Ich bin derzeit nicht im Büro und ab dem 4. Mai wieder erreichbar. Ihre E-Mail wird nicht weitergeleitet.
Ich bin im Urlaub und kehre am 4. Mai zurück. Bitte wenden Sie sich an Frau Beispiel.
Bonjour, je suis absente jusqu'au 4 mai inclus. En cas d'urgence, contactez Bea.
Je suis actuellement en vacances, de retour le 4 mai.
Estoy de vacaciones hasta el 4 de mayo. Responderé a su correo a mi regreso.
Gracias por su mensaje. Estaré ausente de la oficina hasta el lunes.
Estarei ausente até 4 de maio. Em caso de urgência contacte a Bea.
Sono assente fino al 4 maggio. Risponderò al mio rientro.
Attualmente sono fuori ufficio, rientrerò il 4 maggio.
Ik ben afwezig tot 4 mei. Uw e-mail wordt niet doorgestuurd.
Jag är på semester och åter den 4 maj. Vid brådskande ärenden kontakta Bea.
Jeg er ikke på kontoret før 4. mai. Ved hastesaker, kontakt Bea.
Jeg holder ferie og er tilbage den 4. maj.
Jeg er på ferie indtil den 4. maj. Kontakt Bea ved akut behov.
Olen lomalla 4.5. saakka. Kiireellisissä asioissa ottakaa yhteyttä Beaan.
Olen poissa toimistolta ja palaan maanantaina.
Przebywam na urlopie do 4 maja. W sprawach pilnych proszę o kontakt z Beą.
Jestem nieobecna, wracam 4 maja.
Nejsem v kanceláři, vrátím se 4. května.
Do 4. května čerpám dovolenou. V naléhavých případech kontaktujte Beu.
Som na dovolenke do 4. mája. V naliehavých prípadoch kontaktujte Beu.
Május 4-ig szabadságon vagyok. Sürgős esetben keresse Beát.
Sunt plecat din birou până pe 4 mai. În caz de urgență contactați-o pe Bea.
Mă aflu în concediu până la 4 mai.
Меня не будет в офисе до 4 мая. По срочным вопросам обращайтесь к Беа.
Я нахожусь в отпуске с 1 по 4 мая. Отвечу на ваше письмо по возвращении.
Я у відпустці до 4 травня. З термінових питань звертайтеся до Беа.
В отпуск съм до 4 май. При спешни случаи се обърнете към Беа.
Na godišnjem sam odmoru do 4. svibnja. Za hitne slučajeve javite se Bei.
Na dopustu sem do 4. maja. V nujnih primerih pišite Bei.
Απουσιάζω με άδεια μέχρι τις 4 Μαΐου. Για επείγοντα επικοινωνήστε με τη Μπέα.
Βρίσκομαι εκτός γραφείου έως 4 Μαΐου.
4 Mayıs'a kadar izindeyim. Acil durumlar için Bea ile iletişime geçin.
Şu anda ofis dışındayım, 4 Mayıs'ta döneceğim.
Atostogauju iki gegužės 4 d. Skubiais klausimais rašykite Beai.
Esmu atvaļinājumā līdz 4. maijam. Steidzamos gadījumos rakstiet Beai.
Olen puhkusel kuni 4. maini. Kiireloomulistes küsimustes pöörduge Bea poole.
Nid wyf yn y swyddfa tan 4 Mai. Mewn argyfwng, cysylltwch â Bea.
Rwyf ar fy ngwyliau tan 4 Mai. Byddaf yn ymateb pan fyddaf yn ôl.
Tá mé as oifig go dtí 4 Bealtaine.
أنا خارج المكتب حتى 4 مايو. للأمور العاجلة يرجى التواصل مع بيا.
من تا ۱۴ اردیبهشت در مرخصی هستم. در موارد فوری با بئا تماس بگیرید.
میں 4 مئی تک چھٹی پر ہوں۔ فوری کام کے لیے بیا سے رابطہ کریں۔
मैं 4 मई तक अवकाश पर हूँ। अत्यावश्यक कार्य के लिए बीआ से संपर्क करें।
আমি ৪ মে পর্যন্ত ছুটিতে আছি। জরুরি প্রয়োজনে বিয়ার সাথে যোগাযোগ করুন।
ਮੈਂ 4 ਮਈ ਤੱਕ ਛੁੱਟੀ 'ਤੇ ਹਾਂ। ਜ਼ਰੂਰੀ ਕੰਮ ਲਈ ਬੀਆ ਨਾਲ ਸੰਪਰਕ ਕਰੋ।
હું 4 મે સુધી રજા પર છું. તાકીદના કામ માટે બીઆનો સંપર્ક કરો.
Waxaan fasax ku jiraa ilaa 4 May. Arrimaha degdegga ah la xiriir Bea.
Niko likizo hadi tarehe 4 Mei. Kwa dharura wasiliana na Bea.
我目前正在休假，5月4日回来。紧急事务请联系Bea。
5月4日まで不在にしております。お急ぎの場合はBeaまでご連絡ください。
5월 4일까지 휴가 중입니다. 급한 용무는 Bea에게 연락 바랍니다.
Tôi nghỉ phép đến hết ngày 4/5. Việc gấp xin liên hệ Bea.
אני בחופשה עד 4 במאי. לעניינים דחופים פנו לביאה.
ฉันลาพักร้อนจนถึงวันที่ 4 พฤษภาคม กรณีเร่งด่วนติดต่อบีอา
""".strip().split("\n")
RECEIPTS = """
Your ticket #4711 has been created. Our team will get back to you shortly.
[Ticket#2026050110000012] We have received your request and will answer it as soon as possible.
Thank you for contacting Example Support. Your case number is 00123456.
Thank you for your email. This is an automated response to confirm we have received it. We aim to reply within 5 working days.
Thank you for contacting us. We aim to respond to all enquiries within 10 working days.
This is an automated message. Please do not reply.
A request has been raised for you: REQ-00012. To add comments, reply to this email.
Please do not reply to this email. This mailbox is not monitored.
Ihre Anfrage wurde unter der Ticketnummer 4711 registriert.
Votre demande a bien été enregistrée sous le numéro 4711.
Su solicitud ha sido recibida con el número 4711.
Uw aanvraag is geregistreerd onder nummer 4711.
Twoje zgłoszenie zostało zarejestrowane pod numerem 4711.
La sua richiesta è stata registrata con il numero 4711.
Sua solicitação foi registrada com o número 4711.
Diolch am gysylltu. Mae eich neges wedi dod i law a byddwn yn ymateb o fewn 5 diwrnod gwaith.
Ваша заявка зарегистрирована под номером 4711.
Your message is awaiting approval. To deliver your message, please click the link below to verify that you are human.
I apologize for this automatic reply to your email. To control spam, I now allow incoming messages only from senders I have approved beforehand. If you would like to be added to my list of approved senders, please fill out the short request form.
Your email has been quarantined. Click the link to confirm you are not a spammer.
Hello, this is the spam blocker of Wren. Please reply to this message to confirm your address.
""".strip().split("\n")
PEOPLE = """
I was out of the office when it happened. Please contact my manager about it.
I am on sick leave because of what happened in the group. Until Monday I cannot speak to anybody.
I will be away on holiday until 4 May. The group was good for me and I would like to come again.
I am no longer working there because of the bullying. Please contact me.
I have received your letter and thank you. I will be back.
My ticket was never answered. I asked for a reference number and nobody gave me one.
I asked for help within five working days and nobody came.
Ich bin im Urlaub krank geworden und niemand hat geholfen. Das war schlimm.
Je suis en vacances mais je veux dire que le groupe était bien. Merci beaucoup. Le repas était froid.
My case number is 4711 and nobody has called me.
I do not check my email often. Please ring me.
I am on leave until May but the choir is the best thing in my week
Please do not reply to this, I am afraid of my husband reading it.
""".strip().split("\n")


@pytest.mark.parametrize("reply", AWAY)
def test_somebody_who_is_away_is_told_by_their_responder(reply: str):
    assert is_away(reply) or is_receipt(reply)


@pytest.mark.parametrize("reply", RECEIPTS)
def test_a_ticket_and_a_challenge_are_no_words_of_a_person(reply: str):
    assert is_receipt(reply) or is_away(reply)


@pytest.mark.parametrize("reply", PEOPLE)
def test_a_person_who_is_away_or_has_a_ticket_is_heard(reply: str):
    assert not is_away(reply)
    assert not is_receipt(reply)


def test_a_long_mail_is_never_a_responders():
    assert not is_away("I am on leave until May. " * 100)
    assert not is_receipt("Your ticket has been created. " * 100)
