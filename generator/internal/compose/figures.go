package compose

import (
	"slices"
	"strings"

	"protokol/generator/internal/meeting"
	"protokol/generator/internal/voting"
)

// count returns the line with the words or the figures of the vote of a key, or
// nil if it has neither.
func (b *builder) count(key string, r meeting.Ruling) *VoteLine {
	line := b.uncounted(r)
	switch {
	case r.Vote.Words != "":
		line.Words = b.sentence(key+".words", lowerFirst(r.Vote.Words))
	case r.Vote.Named() || !r.Result.Vote.Tally.Total().IsZero():
		line.Figures = b.figures(key, r)
	default:
		return nil
	}
	return line
}

// uncounted returns the line about a vote without its figures or words.
func (b *builder) uncounted(r meeting.Ruling) *VoteLine {
	return &VoteLine{Secret: r.Vote.Secret,
		Word: b.origins.Value("council.vote_word", strings.TrimSuffix(b.meeting.Council.VoteWord, ":"))}
}

// figures returns the numbers of votes. Only choices that the file names are
// among them: a ballot may have no «воздержались».
func (b *builder) figures(key string, r meeting.Ruling) *Figures {
	t, v := r.Result.Vote.Tally, r.Vote
	f := &Figures{}
	for _, c := range []struct {
		name   string
		amount voting.Amount
		given  bool
		to     *Figure
	}{
		{"for", t.For, v.For.Given(), &f.For}, {"against", t.Against, v.Against.Given(), &f.Against},
		{"abstained", t.Abstained, v.Abstained.Given(), &f.Abstained},
		{"not_voting", t.NotVoting, v.NotVoting.Given() && !t.NotVoting.IsZero(), nil},
		{"invalid", t.Invalid, v.Invalid.Given(), nil},
	} {
		figure := b.figure(key, c.name, c.amount, r)
		if c.name != "invalid" && figure.Unit == "" { // not ballots, areas or percentages
			figure = b.withNoun(figure, c.amount)
		}
		if c.to != nil {
			*c.to = figure
		}
		if c.given || b.isEarlier() && c.to != nil {
			f.All = append(f.All, ChoiceFigure{c.name, figure})
		}
		if c.given && c.name == "not_voting" {
			f.NotVoting = &figure
		}
	}
	return f
}

// figure returns a number of votes. Votes other than heads have their unit and
// their percentage; heads have a percentage if the file says of what.
func (b *builder) figure(key, choice string, a voting.Amount, r meeting.Ruling) Figure {
	at := key + "." + choice
	if a.IsZero() && b.meeting.Council.Rules.Decimals == nil {
		return Figure{Count: b.origins.Computed("0", at), None: r.Vote.None(), from: b.from(at, key)}
	}
	f := Figure{Count: b.origins.Computed(b.decimals(a, r.Rules.Unit), at, "people"),
		from: b.from(key, "council.vote_noun")}
	of, said := r.ShareOf()
	share := func() string {
		keys := slices.Compact(slices.Concat([]string{key}, b.voterKeys(), b.memberKeys()))
		if r.Base == "voted" && (choice == "not_voting" || choice == "invalid") {
			return "" // not part of the whole
		}
		return b.origins.Computed(b.percent(a, of), keys...)
	}
	switch r.Rules.Unit {
	case voting.Votes, voting.Shares, voting.Stock:
		f.Share = share()
	case voting.Metres:
		f.Unit, f.Share = units[voting.Metres], share()
	case voting.Percent:
		f.Unit = units[voting.Percent]
	default:
		if said {
			f.Share = share()
		}
	}
	return f
}

// decimals formats a number of votes: areas and percentages may have a fixed
// number of decimals.
func (b *builder) decimals(a voting.Amount, unit voting.Unit) string {
	fixed := b.meeting.Council.Rules.Decimals
	if fixed == nil || unit != voting.Metres && unit != voting.Percent {
		return a.String()
	}
	return a.Fixed(*fixed)
}

// percent formats a percentage.
func (b *builder) percent(a, of voting.Amount) string {
	if fixed := b.meeting.Council.Rules.Decimals; fixed != nil {
		return a.FixedPercentOf(of, *fixed)
	}
	return a.PercentOf(of)
}

// withNoun adds the noun after a number of votes, in the form that the number
// requires.
func (b *builder) withNoun(f Figure, a voting.Amount) Figure {
	if f.Noun = meeting.VoteNouns[b.meeting.Council.VoteNoun]; f.Noun == "" {
		return f
	}
	switch {
	case a.Singular():
		f.Form = "one"
	case a.Few():
		f.Form = "few"
	default:
		f.Form = "many"
	}
	return f
}
