"""The parts of a mail, as text: headers, character sets, HTML, attachments."""
