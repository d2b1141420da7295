// Package web serves the page on which a secretary does everything that the
// program can do: the meetings of one folder, in a browser on the same computer.
//
//	web.go       Config and Server: routes, start and end
//	secure.go    checks of every request: host, origin, size, headers
//	session.go   the one-time token and the cookie that it is exchanged for
//	answer.go    answers, sent whole or in parts
//	folder.go    the files of the folder, and nothing outside of it
//	meetings.go  overviews of the files, for the list and for names
//	list.go      the page with the meetings
//	rowstate.go  the progress of a meeting
//	rowsigned.go who signed its protocol
//	new.go       new meetings
//	help.go      first steps, the reference of fields, licences
//	helpfields.go the places and purposes of the fields of the forms
//	signers.go   names of signature fields
//	tasks.go     assignments of all meetings
//	schema.go    the keys of a file and the kinds of their values
//	groups.go    keys in the order of a secretary's work
//	form.go      a file as fields
//	value.go     typed texts as values of TOML, and back
//	opened.go    the file that a request is about
//	change.go    changes that requests make to a file
//	edit.go      changes, saved at once and undone
//	decoded.go   the values of files, decoded once
//	leftovers.go temporary files of a server that was killed
//	conflict.go  a file that was changed elsewhere meanwhile
//	cases.go     case forms, to correct them
//	plain.go     labels of fields in place of keys in messages
//	problems.go  problems beside their fields
//	check.go     problems of all papers
//	editor.go    the page with the form
//	preview.go   the pages of a paper beside the form
//	idle.go      the end of a server that nobody uses
//	rest.go      garbage collections between requests
//	paper.go     papers to download and to save
//	settings.go  settings of the folder
//	upload.go    files that were dropped on the page
//	tools.go     work on papers that exist
//	verify.go    whether a paper is what it seems
//	signing.go   signatures, and signing with a key
//	forms.go     filled forms
//	word.go      Word templates of the office
//	options.go   options of papers
//	batch.go     papers for everybody on a list
//	batchlist.go reading the list and the fields of its columns
//	batchrequest.go requests for a batch of it
//	dropped.go   files that were dropped, as a file system
//	assets, pages  style sheet, scripts and templates
//
// The file on disk is the truth. A change patches the bytes of one value and is
// saved before it is answered, although the pages that it changes may be sent
// earlier; the server keeps nothing that a crash could lose but the steps of undo.
//
// The package neither reads the clock nor makes random numbers: Config has both.
package web

import (
	"context"
	"errors"
	"fmt"
	"html/template"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"protokol/generator"
)

// Config contains the settings of a Server.
type Config struct {
	Root   *os.Root         // the folder of the meetings
	Papers generator.Config // how papers are made unless the settings of a folder say otherwise
	Addr   net.Addr         // of the listener
	Random func() string    // a text that nobody can guess
	Now    func() time.Time
	Idle   time.Duration // without a page that is open, after which Serve returns; 0 for never

	// Announce is called with a new address whenever a token has been used, so that
	// another browser can be let in. It may be nil.
	Announce func(address string)
}

// Server serves the page.
type Server struct {
	Config
	hosts    map[string]bool
	sessions *sessions
	used     lastUse
	mux      http.Handler
	pages    *template.Template
	cache    *summaries
	decoded  decoded
	fonts    fonts
	job      job
	base     *generator.Generator // by Papers

	makers sync.Mutex
	made   map[string]*made // by the file with their settings

	mu    sync.Mutex // of files: one change at a time
	files map[string]*history
}

// New returns a server for an address.
func New(c Config) (*Server, error) {
	hosts, err := allowedHosts(c.Addr)
	if err != nil {
		return nil, err
	}
	pages, err := parsePages()
	if err != nil {
		return nil, err
	}
	c.Papers.Reuse = true // the page asks for the same papers after every letter
	c.Papers.Alone = false
	base, err := generator.New(c.Papers)
	if err != nil {
		return nil, err
	}
	s := &Server{Config: c, base: base, hosts: hosts, pages: pages, cache: &summaries{}, files: map[string]*history{}}
	s.sessions = newSessions(c.Random, c.Now)
	s.mux = newRest().between(s.guard(s.routes()))
	return s, nil
}

// Address returns the address of a page with the token that lets one browser in.
// The page is "" for the meetings, or "edit/" or "tools/" with the name of a file.
func (s *Server) Address(page string) string {
	return fmt.Sprintf("http://%s/%s#%s", s.Addr, escapePath(page), s.sessions.token())
}

// Asked splits the name of a file or folder to show into a folder and a page of it, as in Address.
func Asked(name string) (folder, page string) {
	if info, err := os.Stat(name); err != nil || info.IsDir() {
		return name, ""
	}
	folder, base := filepath.Split(name)
	if strings.EqualFold(filepath.Ext(base), ".toml") {
		return filepath.Clean(folder), "edit/" + base
	}
	return filepath.Clean(folder), "tools/" + base
}

func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /session", s.enter)
	mux.Handle("GET /assets/{name}", http.FileServerFS(assets))
	inside := func(pattern string, h handler) { mux.Handle(pattern, s.inside(h)) }
	inside("GET /{$}", s.showList)
	inside("POST /new", s.makeNew)
	inside("GET /edit/{file...}", s.showEditor)
	inside("GET /api/state", s.state)
	inside("GET /api/field", s.field)
	inside("GET /api/cases", s.cases)
	inside("GET /api/check", s.check)
	inside("GET /api/row", s.row)
	inside("GET /fonts/{name}", s.font)
	inside("POST /api/preview", s.preview)
	inside("POST /api/edit", s.edit)
	inside("POST /api/undo", s.undo)
	inside("POST /api/text", s.saveText)
	inside("POST /api/restore", s.restore)
	inside("GET /paper/{file...}", s.paper)
	inside("POST /api/print", s.print)
	inside("GET /tools", s.showTools)
	inside("GET /tools/{list...}", s.showTools)
	inside("GET /tasks", s.showTasks)
	inside("GET /help", s.showHelp)
	inside("GET /schema/{name}", s.schema)
	for name, t := range map[string]tool{"verify": s.verify, "source": s.source, "word": s.word, "stamp": s.stamp,
		"collect": s.collect, "signatures": s.signatures, "sign": s.sign, "prepare": s.prepare, "insert": s.insert,
		"template": s.template, "pdf": s.wordPDF, "export": s.export, "merge": s.merge} {
		inside("POST /tools/"+name, s.run(t))
	}
	inside("POST /tools/list", s.readList)
	inside("GET /api/alive", s.alive)
	inside("GET /api/batch", s.batchState)
	inside("POST /api/batch/start", s.startBatch)
	inside("POST /api/batch/stop", s.stopBatch)
	return mux
}

// ServeHTTP answers a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.mux.ServeHTTP(w, r) }

// Limits of a connection: a slow client holds one for no longer.
const (
	headerTimeout = 5 * time.Second
	readTimeout   = 60 * time.Second
	writeTimeout  = 120 * time.Second
	maxHeader     = 32 << 10
)

// Serve answers requests until the context ends, or nobody has used the server for
// as long as Config.Idle says.
func (s *Server) Serve(ctx context.Context, l net.Listener) error {
	ctx, cancel := s.untilIdle(ctx)
	defer cancel()
	s.tidy(ctx)
	server := &http.Server{Handler: s, ReadHeaderTimeout: headerTimeout, ReadTimeout: readTimeout,
		WriteTimeout: writeTimeout, IdleTimeout: writeTimeout, MaxHeaderBytes: maxHeader}
	stop := context.AfterFunc(ctx, func() {
		end, cancel := context.WithTimeout(context.WithoutCancel(ctx), headerTimeout)
		defer cancel()
		_ = server.Shutdown(end) // what is left ends with the process
	})
	defer stop()
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
