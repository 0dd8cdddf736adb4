// Package link writes a scenario and the view of it as a short, readable query string, and reads such
// strings back, however damaged. Page, command line and Worker share it.
//
//	v=1&snapshot=2023-07-31&model=1&rates=0.5,0.9&fee=1&onboarding=2023-08-01:10_2024-02-01:8&by=outflow
//
// v is the version of this form. snapshot and model pin the figures that the defaults come from: the
// state of the network, and the edition of figures and fitted models. What is left out takes its
// default there. A value that changes over time is a list of knots, date:value, with straight lines
// between them and level ends.
package link
