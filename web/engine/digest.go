package engine

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"math/bits"
)

// digest is the first 12 hex digits of the SHA-256 of data, as sha256sum prints them: enough to tell one file of
// figures from another, and short enough for a link and a caption. Package crypto/sha256, with the self-tests that it
// links, would add 50 KB gzip to the engine, this adds one; a test holds it against that package.
//
// Source: FIPS 180-4, section 6.2.
func digest(data []byte) string {
	message := append(append([]byte{}, data...), 0x80)
	for len(message)%64 != 56 {
		message = append(message, 0)
	}
	message = binary.BigEndian.AppendUint64(message, 8*uint64(len(data)))

	// The constants are the first 32 bits of the fractional parts of roots of the first primes.
	var k [64]uint32
	var h [8]uint32
	for i, prime := 0, 2; i < len(k); prime++ {
		if !isPrime(prime) {
			continue
		}
		if i < len(h) {
			h[i] = fraction(math.Sqrt(float64(prime)))
		}
		k[i] = fraction(math.Cbrt(float64(prime)))
		i++
	}
	for ; len(message) > 0; message = message[64:] {
		var w [64]uint32
		for i := range 16 {
			w[i] = binary.BigEndian.Uint32(message[4*i:])
		}
		for i := 16; i < 64; i++ {
			s0 := bits.RotateLeft32(w[i-15], -7) ^ bits.RotateLeft32(w[i-15], -18) ^ w[i-15]>>3
			s1 := bits.RotateLeft32(w[i-2], -17) ^ bits.RotateLeft32(w[i-2], -19) ^ w[i-2]>>10
			w[i] = w[i-16] + s0 + w[i-7] + s1
		}
		v := h // a to h of the standard
		for i := range 64 {
			e := v[4]
			s1 := bits.RotateLeft32(e, -6) ^ bits.RotateLeft32(e, -11) ^ bits.RotateLeft32(e, -25)
			t1 := v[7] + s1 + (e&v[5] ^ ^e&v[6]) + k[i] + w[i]
			a := v[0]
			s0 := bits.RotateLeft32(a, -2) ^ bits.RotateLeft32(a, -13) ^ bits.RotateLeft32(a, -22)
			t2 := s0 + (a&v[1] ^ a&v[2] ^ v[1]&v[2])
			v = [8]uint32{t1 + t2, a, v[1], v[2], v[3] + t1, e, v[5], v[6]}
		}
		for i := range h {
			h[i] += v[i]
		}
	}
	return hex.EncodeToString(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, h[0]), h[1]))[:12]
}

func isPrime(n int) bool {
	for d := 2; d*d <= n; d++ {
		if n%d == 0 {
			return false
		}
	}
	return true
}

// fraction is the first 32 bits of the fractional part of v. A float64 holds it exactly: v is below 2^5 here.
func fraction(v float64) uint32 { return uint32((v - math.Floor(v)) * (1 << 32)) }
