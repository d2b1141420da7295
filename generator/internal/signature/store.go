package signature

import (
	"bytes"
	"crypto/x509"
	"encoding/hex"
	"errors"
	"fmt"
	"slices"
	"time"

	"protokol/generator/internal/cms"
	"protokol/generator/internal/cos"
	"protokol/generator/internal/pki"
)

// subject is the object of validation data: the last signature of a file and its time stamps.
type subject struct {
	file *cos.File
	made []*cms.Signature
	time time.Time // for which answers about revocation are needed
}

// subjectOf finds the last signature of a file.
func subjectOf(file []byte) (*subject, error) {
	f, err := cos.Read(file)
	if err != nil {
		return nil, err
	}
	s, last := &subject{file: f}, 0
	for _, field := range fields(f) {
		contents, end, err := byteRange(f, field.signature)
		if field.signature == nil || err != nil || end < last {
			continue
		}
		raw, err := hex.DecodeString(string(f.Data[contents.from+1 : contents.to-1]))
		if err != nil {
			continue
		}
		if made, err := cms.Parse(raw); err == nil {
			s.made, last = []*cms.Signature{made}, end
			s.time, _ = cos.ParseDate(f.Text(field.signature["M"]))
		}
	}
	if len(s.made) == 0 {
		return nil, errors.New("в файле нет подписи, для проверки которой можно сохранить сведения")
	}
	for _, der := range s.made[0].Tokens {
		if token, err := cms.ParseToken(der); err == nil {
			s.made = append(s.made, token.Signature)
			s.time = token.Time
		}
	}
	return s, nil
}

// Lack lists the data missing for checking a signature in the future.
type Lack struct {
	Issuers []*x509.Certificate    // of these certificates
	Answers [][2]*x509.Certificate // about the revocation of the first, issued by the second
	revoked string                 // which certificate was revoked; "" for none
}

// LackError reports what is missing for checking a signature in the future.
type LackError string

func (e LackError) Error() string { return string(e) }

func (l Lack) err() error {
	switch {
	case l.revoked != "":
		return errors.New(l.revoked)
	case len(l.Issuers) > 0:
		return LackError("нет сертификата издателя «" + clean(l.Issuers[0].Issuer.CommonName) + "»")
	case len(l.Answers) > 0:
		return LackError("нет свежих сведений, не отозван ли сертификат «" + clean(pki.Name(l.Answers[0][0])) + "»")
	}
	return nil
}

// Missing returns the data that the pool lacks for the check of a file's last signature.
func Missing(file []byte, known pki.Pool) (Lack, error) {
	s, err := subjectOf(file)
	if err != nil {
		return Lack{}, err
	}
	lack, _ := s.gather(known)
	return lack, nil
}

// gather collects the data that the check of the signature needs.
func (s *subject) gather(known pki.Pool) (lack Lack, keep pki.Pool) {
	for _, made := range s.made {
		pool := evidence{pool: known}.with(made)
		path := pool.Issuers(made.Certificate)
		keep.Others = append(keep.Others, path...)
		if last := path[len(path)-1]; !isSelfSigned(last) {
			lack.Issuers = append(lack.Issuers, last)
		}
		for i, c := range path[:len(path)-1] {
			switch r := pool.Revocation(c, path[i+1], s.time); {
			case !r.Known:
				lack.Answers = append(lack.Answers, [2]*x509.Certificate{c, path[i+1]})
			case !r.Revoked.IsZero():
				lack.revoked = fmt.Sprintf("сертификат «%s» отозван %s: подпись им не примут", clean(pki.Name(c)),
					r.Revoked.Format("02.01.2006"))
			case r.IsOCSP:
				keep.OCSPs = append(keep.OCSPs, r.Proof)
			default:
				crls := evidence{}.lists([][]byte{r.Proof})
				keep.CRLs = append(keep.CRLs, crls...)
			}
		}
	}
	return lack, keep
}

// Store adds the data to a file that later checks of its last signature need: the certificates and the revocation
// data of the chains of the signature and of its time stamps, as a document security store (PAdES B-LT, ETSI EN 319
// 142-1, 5.4; ISO 32000-2, 12.8.4.3). It fails when an issuer or an answer is missing, or a certificate was
// revoked.
func Store(file []byte, known pki.Pool) ([]byte, error) {
	s, err := subjectOf(file)
	if err != nil {
		return nil, err
	}
	lack, keep := s.gather(known)
	if err := lack.err(); err != nil {
		return nil, err
	}
	f, u := s.file, s.file.Update()
	old := f.Dict(f.Root()["DSS"])
	var certificates [][]byte
	for _, c := range keep.Others {
		certificates = append(certificates, c.Raw)
	}
	store := cos.Dict{"Type": cos.Name("DSS")}.With(old)
	var crls [][]byte
	for _, list := range keep.CRLs {
		crls = append(crls, list.Raw)
	}
	for key, contents := range map[cos.Name][][]byte{"Certs": certificates, "CRLs": crls, "OCSPs": keep.OCSPs} {
		list := slices.Clone(f.Array(old[key]))
		kept := streams(f, old[key])
		for _, der := range contents {
			if slices.ContainsFunc(kept, func(has []byte) bool { return bytes.Equal(has, der) }) {
				continue
			}
			kept = append(kept, der)
			packed := &cos.Stream{Dict: cos.Dict{"Filter": cos.Name("FlateDecode")}, Data: cos.Deflate(der)}
			list = append(list, u.Add(packed))
		}
		if len(list) > 0 {
			store[key] = list
		}
	}
	u.Put(f.Trailer["Root"].(cos.Ref), f.Root().With(cos.Dict{"DSS": u.Add(store)}))
	if err := f.Err(); err != nil {
		return nil, fmt.Errorf("файл повреждён: %w", err)
	}
	return u.Bytes(), nil
}
