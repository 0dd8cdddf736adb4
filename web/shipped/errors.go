package shipped

import "errors"

var errNotHere = errors.New("this program carries the last edition only")
