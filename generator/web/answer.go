package web

import (
	"bytes"
	"encoding/json"
	"maps"
	"net/http"
	"strconv"
)

// answer is an answer that is sent when its handler has ended: a client that reads slowly keeps no file from
// others, and an answer that cannot be finished is not begun. A client that accepts partsType may get a part earlier.
type answer struct {
	to      http.ResponseWriter
	inParts bool // accepted by the client
	isBegun bool
	header  http.Header
	status  int
	bytes.Buffer
}

// partsType is the type of answers in parts: each is a line of JSON.
const partsType = "application/x-ndjson"

func newAnswer(w http.ResponseWriter, r *http.Request) *answer {
	return &answer{to: w, inParts: r.Header.Get("Accept") == partsType, header: http.Header{}, status: http.StatusOK}
}

// Header returns the header to be sent.
func (a *answer) Header() http.Header { return a.header }

// WriteHeader records the status.
func (a *answer) WriteHeader(status int) { a.status = status }

// begin sends the first part of an answer. The rest follows when the handler has ended.
func (a *answer) begin(v any) error {
	if err := json.NewEncoder(a).Encode(v); err != nil {
		return err
	}
	a.isBegun = true
	maps.Copy(a.to.Header(), a.header)
	a.to.Header().Set("Content-Type", partsType)
	a.sendBuffer()
	_ = http.NewResponseController(a.to).Flush() // to a client that does not wait for it
	return nil
}

// end sends an error as the last part of an answer, whose status was sent with the first.
func (a *answer) end(err statusError) {
	a.Reset()
	_ = json.NewEncoder(a).Encode(map[string]any{"status": err.status, "error": err.text})
	a.sendBuffer()
}

// send sends the answer, or the rest of it.
func (a *answer) send() {
	if !a.isBegun {
		h := a.to.Header()
		maps.Copy(h, a.header)
		if a.Len() > 0 {
			h.Set("Content-Length", strconv.Itoa(a.Len()))
		}
		a.to.WriteHeader(a.status)
	}
	a.sendBuffer()
}

// sendBuffer sends what was written. A client that does not wait for it does not delay others.
func (a *answer) sendBuffer() {
	_, _ = a.to.Write(a.Bytes())
	a.Reset()
}
