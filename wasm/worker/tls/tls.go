// Package tls stands in for crypto/tls when the Worker is built: what net/http wants to be there, and no cryptography.
// It does nothing but fail. The Worker opens no connection, since all of its requests come from JavaScript; net/http
// links crypto/tls all the same, and that sets out by preparing all of Go's cryptography: a third of a megabyte,
// and milliseconds of the first answer.
package tls

import (
	"context"
	"errors"
	"net"
	"time"
)

var errNone = errors.New("tls: the Worker has none")

const (
	VersionTLS10 = 0x0301
	VersionTLS12 = 0x0303
	VersionTLS13 = 0x0304
)

type (
	Certificate struct{}

	ClientHelloInfo struct{}

	Config struct {
		NextProtos         []string
		ServerName         string
		Certificates       []Certificate
		GetCertificate     func(*ClientHelloInfo) (*Certificate, error)
		GetConfigForClient func(*ClientHelloInfo) (*Config, error)
	}

	ConnectionState struct {
		NegotiatedProtocol         string
		NegotiatedProtocolIsMutual bool
	}

	RecordHeaderError struct {
		RecordHeader [5]byte
		Conn         net.Conn
	}

	// Conn is never made.
	Conn struct{}
)

func (c *Config) Clone() *Config {
	if c == nil {
		return nil
	}
	copied := *c
	return &copied
}

func (RecordHeaderError) Error() string { return errNone.Error() }

func Client(net.Conn, *Config) *Conn                         { return &Conn{} }
func NewListener(inner net.Listener, _ *Config) net.Listener { return inner }
func LoadX509KeyPair(_, _ string) (Certificate, error)       { return Certificate{}, errNone }

func (*Conn) Read([]byte) (int, error)               { return 0, errNone }
func (*Conn) Write([]byte) (int, error)              { return 0, errNone }
func (*Conn) Close() error                           { return errNone }
func (*Conn) LocalAddr() net.Addr                    { return nil }
func (*Conn) RemoteAddr() net.Addr                   { return nil }
func (*Conn) SetDeadline(time.Time) error            { return errNone }
func (*Conn) SetReadDeadline(time.Time) error        { return errNone }
func (*Conn) SetWriteDeadline(time.Time) error       { return errNone }
func (*Conn) HandshakeContext(context.Context) error { return errNone }
func (*Conn) ConnectionState() ConnectionState       { return ConnectionState{} }
