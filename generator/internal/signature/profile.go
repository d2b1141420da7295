package signature

import (
	"bytes"
	"crypto/sha1"
	"errors"
	"fmt"

	"protokol/generator/internal/cms"
)

// The kinds of signatures that can be checked (ISO 32000-2, table 255).
const (
	cades     = "ETSI.CAdES.detached"
	pkcs7     = "adbe.pkcs7.detached"
	pkcs7SHA1 = "adbe.pkcs7.sha1"
	docStamp  = "ETSI.RFC3161"
)

// verify checks a signature of the given bytes by the rules of its kind.
func (s *Signature) verify(made []byte, sum digester, known evidence) {
	var err error
	if s.filter == docStamp {
		err = s.verifyStamp(made, sum, known)
	} else if s.made, err = cms.Parse(made, known.pool.Others...); err == nil {
		err = s.verifyAs(sum)
	}
	s.conclude(err)
}

// conclude records the result of the cryptographic check.
func (s *Signature) conclude(err error) {
	unchecked := cms.UncheckedError{}
	switch {
	case errors.As(err, &unchecked):
		s.Unchecked = append(s.Unchecked, unchecked.What)
	case err != nil:
		s.Problems = append(s.Problems, err.Error())
	default:
		s.Verified = true
	}
	if s.made == nil {
		return
	}
	s.Owner = OwnerOf(s.made.Certificate)
	s.Algorithm = s.made.AlgorithmName() + ", " + s.made.DigestName()
	if s.Stamp || s.Time.IsZero() {
		s.Time = s.made.Time
	}
	if weak := s.made.Weakness(); weak != "" && err == nil {
		s.Problems = append(s.Problems, weak)
	}
}

// verifyAs checks a signature by its kind.
func (s *Signature) verifyAs(sum digester) error {
	switch s.filter {
	case cades, pkcs7:
		if s.made.Content != nil {
			return errors.New("подпись содержит не этот документ, а другие данные")
		}
		if s.filter == cades && !s.made.HasAttributes() { // RFC 5126, 5.7
			return errors.New("в подписи вида " + cades + " нет обязательных подписанных атрибутов")
		}
		if err := s.made.VerifyDigest(sum); err != nil {
			return err
		}
		if s.filter == cades && !s.made.NamesCertificate() { // EN 319 142-1, 6.3; RFC 5126, 5.7.3
			return errors.New("в подписи вида " + cades + " нет обязательного атрибута signing-certificate: " +
				"она не называет своего сертификата, и его могли подменить")
		}
		return nil
	case pkcs7SHA1:
		if !bytes.Equal(sum("SHA-1", sha1.New()), s.made.Content) {
			return cms.ErrContent
		}
		if err := s.made.VerifyContent(s.made.Content); err != nil {
			return err
		}
		return errors.New("дайджест SHA-1 ненадёжен: можно подобрать другой документ с тем же дайджестом")
	}
	return cms.UncheckedError{What: fmt.Sprintf("подпись вида %s не проверялась", clean(string(s.filter)))}
}

// verifyStamp checks a time stamp of the document (ISO 32000-2, 12.8.5).
func (s *Signature) verifyStamp(made []byte, sum digester, known evidence) error {
	token, err := cms.ParseToken(made, known.pool.Others...)
	if err != nil {
		return err
	}
	s.Stamp, s.made = true, token.Signature
	return token.VerifyDigest(sum)
}
