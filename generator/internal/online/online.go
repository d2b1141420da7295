// Package online asks servers on the network: for time stamps, certificates, and
// answers about revocation. It is the only package that does, and only when the
// user asks for it.
package online

import (
	"bytes"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"time"
)

// Limits of one exchange. Revocation lists of large authorities take megabytes.
const (
	timeout = 30 * time.Second
	maxSize = 20 << 20
)

// The types of what is sent.
const (
	TimestampQuery = "application/timestamp-query" // RFC 3161, 3.4
	OCSPRequest    = "application/ocsp-request"    // RFC 6960, appendix A
)

// Post sends data of a type to a server and returns its answer.
func Post(ctx context.Context, address, kind string, data []byte) ([]byte, error) {
	return exchange(ctx, http.MethodPost, address, kind, data)
}

// Get returns what is stored at an address.
func Get(ctx context.Context, address string) ([]byte, error) {
	return exchange(ctx, http.MethodGet, address, "", nil)
}

func exchange(ctx context.Context, method, address, kind string, data []byte) ([]byte, error) {
	parsed, err := url.Parse(address)
	if err != nil || parsed.Scheme != "http" && parsed.Scheme != "https" || parsed.Host == "" {
		return nil, fmt.Errorf("«%s» — не адрес сервера: нужно http://… или https://…", address)
	}
	ctx, cancel := context.WithTimeout(ctx, timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, method, address, bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	if kind != "" {
		request.Header.Set("Content-Type", kind)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, unreachable(parsed.Host, err)
	}
	defer response.Body.Close()
	if response.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("сервер %s ответил ошибкой %d", parsed.Host, response.StatusCode)
	}
	answer, err := io.ReadAll(io.LimitReader(response.Body, maxSize+1))
	switch {
	case err != nil:
		return nil, unreachable(parsed.Host, err)
	case len(answer) > maxSize:
		return nil, fmt.Errorf("ответ сервера %s больше %d МБ", parsed.Host, maxSize>>20)
	}
	return answer, nil
}

func unreachable(host string, err error) error {
	if errors.Is(err, context.DeadlineExceeded) {
		return fmt.Errorf("сервер %s не ответил за %.0f секунд", host, timeout.Seconds())
	}
	why := "нет соединения"
	if _, ok := errors.AsType[*net.DNSError](err); ok {
		why = "имя не найдено"
	} else if _, ok := errors.AsType[*tls.CertificateVerificationError](err); ok {
		why = "его сертификату нельзя доверять"
	}
	return fmt.Errorf("сервер %s недоступен: %s", host, why)
}
