package signature

import (
	"errors"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/pki"
)

// Tolerances of clocks: of the present, and between a claimed time and a proven
// one.
const (
	wrongClock = 24 * time.Hour
	slowSigner = 24 * time.Hour
	fastSigner = 10 * time.Minute
)

// time checks the time of a signature: the time proven by time stamps, and whether the claimed time is plausible.
func (j *judgement) time() {
	j.tokens()
	c, claimed := j.s.made.Certificate, j.s.Time
	valid := func(t time.Time) bool { return !t.Before(c.NotBefore) && !t.After(c.NotAfter) }
	expired := !j.Now.IsZero() && j.Now.After(c.NotAfter)
	switch {
	case !j.proven.IsZero() && !valid(j.proven):
		j.forbid("во время, которое доказывает штамп, сертификат не действовал")
	case !claimed.IsZero() && !valid(claimed):
		j.forbid("во время подписания сертификат не действовал")
	case !j.proven.IsZero():
	case claimed.IsZero() && expired:
		j.forbid("время подписания не указано, а срок сертификата истёк %s", c.NotAfter.Format("02.01.2006"))
	case expired:
		j.remark("срок сертификата истёк %s; что подписано раньше, ничем не доказано: время могли указать задним числом",
			c.NotAfter.Format("02.01.2006"))
	}
	switch {
	case !j.Now.IsZero() && claimed.After(j.Now.Add(wrongClock)):
		j.remark("указано время подписания, которое ещё не наступило: часы подписавшего неверны, или дата выдумана")
	case !j.proven.IsZero() && !claimed.IsZero() &&
		(claimed.After(j.proven.Add(fastSigner)) || claimed.Before(j.proven.Add(-slowSigner))):
		j.remark("указанное время подписания расходится со штампом времени")
	}
	if inside := j.s.made.Time; !inside.IsZero() && !claimed.IsZero() && claimed.Sub(inside).Abs() > fastSigner {
		j.remark("в поле подписи указано одно время, а внутри подписи другое: %s",
			inside.Format("02.01.2006 15:04:05 -07:00"))
	}
	if !j.stamped {
		j.remark("доверенного времени нет: время указал сам подписавший")
	}
}

// tokens checks the time stamps of a signature.
func (j *judgement) tokens() {
	for _, der := range j.s.made.Tokens {
		token, err := cms.ParseToken(der, j.pool.Others...)
		if err == nil {
			err = j.s.made.VerifyToken(token)
		}
		unchecked := cms.UncheckedError{}
		switch {
		case errors.As(err, &unchecked):
			j.remark("%s", unchecked.What)
		case err != nil:
			j.forbid("%s", err)
		default:
			j.stamped = true
			j.trusted(token.Signature)
		}
	}
}

// futureStamp is said of a time stamp by no right clock: of an authority that is not trusted it proves nothing anyway.
const futureStamp = "время штампа ещё не наступило: он поддельный, или отстают часы этого компьютера"

// isFuture reports whether a time stamp names a time that has not come yet.
func (j *judgement) isFuture(stamp *cms.Signature) bool {
	return !j.Now.IsZero() && stamp.Time.After(j.Now.Add(wrongClock))
}

// moreStamps remarks on time stamps that nobody checked: those of a time stamp, and those of
// more than a signature.
func (j *judgement) moreStamps(s *cms.Signature) {
	of := "в подписи"
	if s != j.s.made || j.s.Stamp {
		of = "в штампе времени"
	}
	if s.MoreStamps || of != "в подписи" && len(s.Tokens) > 0 {
		j.remark("%s есть ещё штампы времени (архивные или вложенные): они не проверялись", of)
	}
}

// trusted remarks on a valid time stamp, and takes its time for proven when the
// chain of its certificate is trusted.
func (j *judgement) trusted(s *cms.Signature) {
	j.moreStamps(s)
	when, by := s.Time.Format("02.01.2006 15:04:05 -07:00"), clean(pki.Name(s.Certificate))
	if err := j.authorityOf(s); err != nil {
		j.remark("штамп времени %s верен, но служба «%s» не доверенная: %s", when, by, clean(err.Error()))
		if j.isFuture(s) {
			j.remark("%s", futureStamp)
		}
		return
	}
	if j.isFuture(s) {
		j.forbid("%s", futureStamp)
		return
	}
	j.remark("штамп времени %s верен, служба «%s» доверенная", when, by)
	if j.proven.IsZero() || s.Time.Before(j.proven) {
		j.proven = s.Time
	}
}

var errNoRoots = errors.New("доверенные корни не указаны")

// authorityOf checks the chain of the authority of a time stamp.
func (j *judgement) authorityOf(s *cms.Signature) error {
	if !j.checksChains() {
		return errNoRoots
	}
	at := j.proven
	if at.IsZero() {
		at = j.Now
	}
	if at.IsZero() {
		at = s.Time
	}
	pool := j.Policy.pool(j.known.with(s))
	path, err := pool.Chain(s.Certificate, at)
	if err != nil {
		return err
	}
	for i, c := range path[:len(path)-1] {
		if r := pool.Revocation(c, path[i+1], at); !r.Revoked.IsZero() {
			return errors.New("её сертификат отозван")
		}
	}
	if pool.IsExhausted() {
		return errors.New("сведений об отзыве в файле слишком много")
	}
	return nil
}

// stamp judges a time stamp of the document and returns the time that it proves,
// or zero. As in a signature, one of an authority that is not trusted proves nothing and harms nothing.
func (j *judgement) stamp() time.Time {
	s := j.s
	j.moreStamps(s.made)
	if !s.Verified || len(s.Problems) > 0 {
		return time.Time{}
	}
	if err := j.authorityOf(s.made); err != nil {
		s.Chain = "цепочка сертификата службы времени не проверялась"
		if j.checksChains() {
			s.Chain = "цепочка сертификата службы времени не ведёт к доверенному корню"
			j.remark("%s: %s; времени он не доказывает", s.Chain, clean(err.Error()))
		}
		if j.isFuture(s.made) {
			j.remark("%s", futureStamp)
		}
		return time.Time{}
	}
	s.Chain = "служба времени доверенная"
	if j.isFuture(s.made) {
		j.forbid("%s", futureStamp)
		return time.Time{}
	}
	return s.Time
}

// order adds a remark about a claimed time earlier than that of a preceding signature.
func (j *judgement) order(before []Signature) {
	for _, s := range before {
		if !s.Time.IsZero() && !j.s.Time.IsZero() && j.s.Time.Before(s.Time.Add(-fastSigner)) {
			j.remark("указано время раньше, чем у предыдущей подписи: дата задним числом, или часы неверны")
			return
		}
	}
}
