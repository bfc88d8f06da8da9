"""Invented documents of the kinds that the archives hold: day, place, kind, and where the header ends."""

import pytest

from coldgraph.model import Voice
from coldgraph.read.text_document import document_of

TAIL = "\n\nDocument Information\n\nSource\n\nState Archive, fond 5.\n\nType\n\n{}\n\nRecord ID\n\n110011\n"


def page(day: str, title: str, text: str, kind: str = "Report") -> str:
    return f"Skip to content\n\n{day}\n\n{title}\n\n{text}{TAIL.format(kind)}"


WILSON = {
    "a telegram with an address and numbered paragraphs": (
        page(
            "May 7, 1965",
            "Ciphered Telegram, Envoy Brock to the Foreign Ministry",
            "TOP SECRET\nTELEGRAM No. 214\n\nFrom: Hanoi\nTo: Berlin, Foreign Ministry\nSent: 7 May 1965, 18:30\nReceived: 8 May 1965\n"
            "Section 1 of 2\n\n1. On 6 May I called on the minister. He told me that the aid had come.\n\n2. He spoke of trains.\n\n"
            "Comment: I believe that the delay was meant.\n\nBegin text: All is well. End text.\n\nBrock",
        ),
        ("1965-05-07", (), "telegram", "1. On 6 May"),
    ),
    "a telegram from town to town": (
        page(
            "January 9, 1968", "Telegram, Envoy Brock", "From Pyongyang to Sofia\n\nNo. 12\n\n9 January 1968\n\nThe minister saw me today."
        ),
        ("1968-01-09", (), "telegram", "The minister"),
    ),
    "minutes with lists of both sides": (
        page(
            "October 2-3, 1959",
            "Record of Talks of Chairman Berg with Chairman Lin",
            "Copy No. 1\n\n2-3 October 1959, Beijing\n\nPresent at the talk from the Soviet side: M. A. Moor, A. A. Dahl; from the Chinese "
            "side: Lin Bo, Wang Fu.\n\nBERG. I think that we should talk.\n\nLIN. We agree.",
        ),
        ("1959-10-02/1959-10-03", ("Beijing",), "meeting record", "BERG. I think"),
    ),
    "time, place, guests and hosts": (
        page(
            "October 22, 1958",
            "Record of Conversation: Chairman Lin Receives the Delegation of Norland",
            "(This record was not seen by the Chairman.)\n\nTime: 22 October 1958, 7 p.m.\n\nLocation: West Hall, Beijing\n\n"
            "Guests: Carl Dahl, Otto Moor\n\nHosts: Lin Bo, Wang Fu\n\nTranslator: Ms. Chen\n\nLin Bo: How are you?\n\nDahl: Well.",
        ),
        ("1958-10-22", ("Beijing",), "meeting record", "Lin Bo: How"),
    ),
    "a heading that tells the day": (
        page(
            "November 2, 1964",
            "Verbatim Record of the Meeting between the Delegations",
            "HELD IN THE KREMLIN ON 30 OCTOBER 1964\n\nParticipants from the Soviet side: Cdes. Berg, Kos\n\nBERG. Permit me to greet you.",
        ),
        ("1964-10-30", ("KREMLIN",), "meeting record", "BERG. Permit"),
    ),
    "a title whose day has no year": (
        page(
            "March 1, 1969",
            "Memorandum of a Conversation with Envoy Dahl on 28 February",
            "The envoy came. He told me of a war. I was calm.",
        ),
        ("1969-02-28", (), "meeting record", "The envoy"),
    ),
    "a town before brackets in the title": (
        page(
            "August 3, 1961", "Minutes of the Meeting of the Committee in Moscow (Second Session)", "3 August, 3:30 p.m.\n\nBerg: We open."
        ),
        ("1961-08-03", ("Moscow",), "meeting record", "Berg: We"),
    ),
    "a record told in prose and written later": (
        page(
            "July 5, 1978",
            "Memorandum of Conversation between Minister Berg and Comrade Dahl",
            "On 3 July 1978 the minister received the envoy Dahl in Sofia. The talk was cordial.\n\nHe said that the others were wrong.",
        ),
        ("1978-07-03", ("Sofia",), "meeting record", "On 3 July"),
    ),
    "a letter with its dateline under the signature": (
        page("June 1, 1956", "Letter from Lin to Berg", "Dear Comrade Berg,\n\nI have read your letter.\n\nLin\n\nPyongyang, 1 June 1956"),
        ("1956-06-01", ("Pyongyang",), "letter", "Dear Comrade"),
    ),
    "the dateline under a record tells of the writing": (
        page(
            "June 1, 1956", "Memorandum of Conversation with Lin", "Lin said that he was well. He went home.\n\nBrock\n\nBonn, 3 June 1956"
        ),
        ("1956-06-01", (), "meeting record", "Lin said"),
    ),
    "an embassy's report": (
        page(
            "January 12, 1967",
            "Report, Embassy of Norland in Pyongyang",
            "Embassy of Norland\nPyongyang, 12 January 1967\nConfidential\nNo. 45/67\nSubject: The mood\n\nThe mood has changed.",
        ),
        ("1967-01-12", ("Pyongyang",), "report", "The mood has"),
    ),
    "a diary": (
        page(
            "October 25, 1962", "Diary of Jan Kowal", "October 25, Thursday\n\nIn the morning Berg called. He asked what Moscow would do."
        ),
        ("1962-10-25", (), "diary", "In the morning"),
    ),
    "a hall in the title": (
        page("December 10, 1976", "Record of Conversation of Berg with Lin in the Kremlin", "Berg: Hello there, my friend."),
        ("1976-12-10", ("Kremlin",), "meeting record", "Berg: Hello"),
    ),
    "a place with its article": (
        page("December 10, 1976", "Memcon on Coats", "Date: Dec. 10, 1976, 8:30 pm\nPlace: the Kremlin\n\nBerg: Hello there, my friend."),
        ("1976-12-10", ("Kremlin",), "meeting record", "Berg: Hello"),
    ),
    "no more than a year": (page("1956", "Notes on a Talk with Lin", "Lin spoke of coats."), ("1956", (), "meeting record", "Lin spoke")),
    "undated on its page": (page("Undated", "Letter from Berg to Lin", "Dear Lin,\n\nI write."), ("", (), "letter", "Dear Lin")),
    "no more than a month": (page("April 1963", "Letter from Berg to Lin", "Dear Lin,\n\nI write."), ("1963-04", (), "letter", "Dear Lin")),
}
FRUS = {
    "a telegram": (
        "214. Telegram From the Embassy in Norland to the Department of State\n\nNorstad, January 14, 1962—9 p.m.\n\n"
        "1042. Deptel 947. I saw Berg today. He said that it was over.\n\nMoor\n",
        ("1962-01-14", ("Norstad",), "telegram", "1042."),
    ),
    "an older telegram": (
        "761.93/1–450: Telegram\n\nThe Ambassador in Norland (Moor) to the Secretary of State\n\nsecret\npriority\n\n"
        "Norstad, January 4, 1950—7 p. m.\n\n[Received January 4—12:15 p. m.]\n\n25. Berg told me today that it was over.\n",
        ("1950-01-04", ("Norstad",), "telegram", "25. Berg"),
    ),
    "an older telegram with its number": (
        "[12] The Ambassador in Norland (Moor) to the Secretary of State\n\ntop secret\n\nNorstad, January 4, 1950—noon.\n\nBerg is ill.\n",
        ("1950-01-04", ("Norstad",), "telegram", "Berg is"),
    ),
    "an older memorandum": (
        "795.00/6–2550\n\nMemorandum of Conversation, by the Ambassador at Large (Moor)\n\n[Washington,] June 25, 1950.\n\n"
        "Participants: The President\nMr. Moor\n\nDinner was at eight. The President called on me.\n",
        ("1950-06-25", ("Washington",), "meeting record", "Dinner"),
    ),
    "a number in a line of its own": (
        "No. 112\nMemorandum by the Secretary of State to the President\n\nWashington, March 3, 1953.\n\nSubject: Norland\n\nI say this.\n",
        ("1953-03-03", ("Washington",), "memorandum", "I say"),
    ),
    "a file, and a title that ends in a time of day": (
        "PPS files\n\nMinutes of the Second Session, Bonn, December 5, 1953, 5 p.m.\n\nPresent:\n\nThe President\n\nThey began at five.\n",
        ("1953-12-05", ("Bonn",), "meeting record", "They began"),
    ),
    "an estimate": (
        "88. National Intelligence Estimate\n\nNIE 11–4–65\nWashington, April 14, 1965.\n\nTRENDS\n\nWe believe that they are divided.\n",
        ("1965-04-14", ("Washington",), "report", "We believe"),
    ),
    "a telegram that begins with a short sentence": (
        "45. Telegram From the Embassy in Norland\n\nNorstad, August 3, 1966.\n\n534. For the Secretary.\n\nBerg is here.\n",
        ("1966-08-03", ("Norstad",), "telegram", "534. For"),
    ),
    "a remark on what happened first": (
        "45. Memorandum of Conversation\n\nNorstad, August 3, 1966.\n\n(There was some talk of a picture.)\n\nBerg: I see.\n",
        ("1966-08-03", ("Norstad",), "meeting record", "(There was"),
    ),
    "an airgram": (
        "44. Airgram From the Embassy in Norland\n\nA–112\nNorstad, August 3, 1966.\n\nSUBJECT\n\nTalks\n\nThe talks were slow.\n",
        ("1966-08-03", ("Norstad",), "telegram", "The talks were"),
    ),
    "a label alone in its line": (
        "33. Memorandum of Conversation\n\nDATE AND PLACE\n\nApril 5, 1972, 5:30 p.m., Bonn\n\nBerg said that he was well.\n",
        ("1972-04-05", ("Bonn",), "meeting record", "Berg said"),
    ),
    "on the way": (
        "46. Telegram From Secretary Moor\n\nAboard the USS Moor, May 21, 1957, 3 p.m.\n\nI saw Berg.\n",
        ("1957-05-21", ("Aboard the USS Moor",), "telegram", "I saw"),
    ),
    "undated": (
        "16. Paper Prepared in the Department of State\n\n[Washington,] undated.\n\nThis is the text.\n",
        ("", ("Washington",), "report", "This is"),
    ),
    "an editorial note": ("46. Editorial Note\n\nOn May 3, 1963, Berg met Moor in Bonn.\n", ("", (), "editorial note", "On May")),
}
PLAIN = {
    "labels": (
        "MEMORANDUM OF CONVERSATION\n\nDATE: Monday, July 12, 1971\nTIME: 10:30 a.m. - 1:00 p.m.\nPLACE: Guest House, Washington, D.C.\n\n"
        "PARTICIPANTS: Henry Moor\n              Carl Dahl\n\nDr. Moor: Let us begin.\n",
        ("1971-07-12", ("Washington",), "meeting record", "Dr. Moor: Let"),
    ),
    "present from one side": (
        "MINUTES OF THE MEETING OF THE COMMITTEE\n\nWarsaw, 12 June 1969\n\nPresent from the Polish side: Jan Kowal, Adam Nowy\n"
        "Present from the Soviet side: I. I. Berg; P. P. Moor\nInterpreter: Anna Biel\n\nThe meeting began at ten.\n",
        ("1969-06-12", ("Warsaw",), "meeting record", "The meeting began"),
    ),
}


@pytest.mark.parametrize(("text", "told"), [*WILSON.values(), *FRUS.values(), *PLAIN.values()], ids=[*WILSON, *FRUS, *PLAIN])
def test_day_place_kind_and_beginning(text: str, told: tuple[str, tuple[str, ...], str, str]) -> None:
    found = document_of(text, "d.txt")
    body = next(found.quote(s.start, s.end) for s in found.segments if s.voice is Voice.BODY)
    assert (found.date.edtf if found.date else "", found.places, found.kind) == told[:3]
    assert body.strip().startswith(told[3])
