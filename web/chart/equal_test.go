package chart

import (
	"reflect"
	"testing"
)

// filled is a value with something in each of its fields, however deep.
func filled(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			filled(v.Field(i))
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		filled(v.Elem())
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		filled(v.Index(0))
		filled(v.Index(1))
	case reflect.Array:
		for i := range v.Len() {
			filled(v.Index(i))
		}
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		v.SetMapIndex(reflect.ValueOf("key").Convert(v.Type().Key()), reflect.ValueOf("text").Convert(v.Type().Elem()))
	case reflect.String:
		v.SetString("text")
	case reflect.Int, reflect.Int64:
		v.SetInt(1)
	case reflect.Float64:
		v.SetFloat(1)
	case reflect.Bool:
		v.SetBool(true)
	default:
		panic("no value of a " + v.Kind().String())
	}
}

// eachChange calls a function for each way in which one field of a filled value can be another.
func eachChange(t *testing.T, path string, v reflect.Value, told func(path string)) {
	old := reflect.New(v.Type()).Elem()
	old.Set(v)
	to := func(what string, other reflect.Value) {
		v.Set(other)
		told(path + what)
		v.Set(old)
	}
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			eachChange(t, path+"."+v.Type().Field(i).Name, v.Field(i), told)
		}
	case reflect.Pointer:
		eachChange(t, path, v.Elem(), told)
		to(" is nil", reflect.Zero(v.Type()))
	case reflect.Slice:
		eachChange(t, path+"[1]", v.Index(1), told)
		to(" is shorter", v.Slice(0, 1))
	case reflect.Array:
		eachChange(t, path+"[1]", v.Index(1), told)
	default:
		to(" is empty", reflect.Zero(v.Type()))
	}
}

func TestEqual(t *testing.T) {
	var one, other Spec
	filled(reflect.ValueOf(&one).Elem())
	filled(reflect.ValueOf(&other).Elem())
	if !one.Equal(&other) || !new(Spec).Equal(new(Spec)) {
		t.Fatal("two specs that hold the same are not equal")
	}
	changes := 0
	eachChange(t, "Spec", reflect.ValueOf(&other).Elem(), func(path string) {
		changes++
		if one.Equal(&other) || other.Equal(&one) {
			t.Errorf("%s: still equal", path)
		}
	})
	if !one.Equal(&other) || changes < 40 {
		t.Errorf("%d changes tried", changes)
	}
}
