package starter

// fate says what happens to a key in the file of the next meeting.
type fate int

const (
	keep  fate = iota // a standing fact
	dated             // a standing fact, unless it names a year
	blank             // of one meeting, short: it becomes a comment to rewrite it
	drop              // of one meeting, or personal data: removed
)

// fates are the fates of keys and of all in them, by path without indexes; the longest path counts. Other keys are
// removed: no value of another meeting may be printed by mistake.
var fates = map[string]fate{
	"council_file": keep, "council": keep, "people": keep, "forms": keep, "form": keep, "kind": keep,
	"as_typed": keep, "header": keep, "words": keep, "letterhead": keep, "seal": keep, "law": keep, "marks": keep,
	"word":  keep,
	"chair": keep, "secretary": keep, "co_chairs": keep, "signers": keep, "executor": keep, "joint": keep,
	"place": keep, "city": keep, "time_zone": keep, "holding": keep,

	"number": keep, // but counted on
	"date":   blank, "date_text": blank, "first_date": blank, "last_date": blank, "start": blank, "end": blank,
	"theme": blank, "quorum": blank, "original": dated, "approval": blank, "acquainted": blank, "counting": blank,
	"agreed": blank, "agreed_first": keep, "copies": keep,
	"invited_groups": blank, "details": blank, "preamble": blank, "closing": blank,
	"parts": keep, "parts.date": blank, "parts.last_date": blank, "parts.start": blank, "parts.end": blank,
	"attendance": keep, "attendance.present": blank, "attendance.absent": blank, "attendance.proxies": blank,
	"attendance.votes": blank, "attendance.annex": drop,

	"extract": keep, "extract.date": blank, "extract.original": dated, "extract.annexes": drop,
	"application": keep,
	"consent":     keep, "consent.subject": drop, "consent.date": blank,
	"notice": keep, "notice.number": blank, "notice.date": blank, "notice.reply_to": drop, "notice.to": blank,
	"notice.copies": blank, "notice.text": blank, "notice.decisions": drop, "notice.attachments": blank,
	"notice.heading": blank, "notice.table": drop, "notice.annexes": drop,

	"agenda": drop, "agenda_vote": drop, "elections": drop, "annexes": drop, "opinions": drop, "present": drop,
	"absent":  drop,
	"invited": drop, "remote": drop, "arrived": drop, "left": drop, "letter": drop, "invitation": drop,
	"applicant": drop, "papers": drop,
}

// fateOf returns the fate of a key.
func fateOf(path string) fate {
	for {
		if f, ok := fates[path]; ok {
			return f
		}
		var found bool
		if path, found = cutLast(path); !found {
			return drop
		}
	}
}
