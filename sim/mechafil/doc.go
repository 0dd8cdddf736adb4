// Package mechafil simulates the Filecoin token economy a day at a time: storage power,
// vesting, minting, pledge and circulating supply. It ports the equations of MechaFIL, the
// network-economics model of CryptoEconLab, in float64, and reproduces its figures to 1e-9.
//
// Time runs in entries: entry 0 is the snapshot's Start, entry N = Snapshot.HistoryDays() its
// Current day, and a run of H forecast days has N+H entries. Power is in EiB, daily power in
// PiB, amounts in FIL.
//
// The package is pure: it reads no clock, file or global state.
package mechafil
