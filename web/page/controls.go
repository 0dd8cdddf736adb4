package page

import "github.com/gasburden/gasburden/sim"

// Controls are those of a group of assumptions, in the order of the page: lists and days, sliders, switches.
type Controls struct {
	Lists    []*Chooser
	Sliders  []*Slider
	Switches []*Chooser
}

// makeControls gives each assumption of a group its control.
func (p *Page) makeControls() {
	for _, a := range sim.ByPlace() {
		group := &p.Groups[a.Group]
		switch {
		case a.Group < sim.BasicGroup:
		case a.HasSlider():
			group.Sliders = append(group.Sliders, newSlider(p.Text, a))
		case a.Kind == sim.Switch:
			group.Switches = append(group.Switches, newChooser(p.Text, a))
		default:
			group.Lists = append(group.Lists, newChooser(p.Text, a))
		}
	}
	for i := range p.Groups {
		group := &p.Groups[i]
		p.Sliders = append(p.Sliders, group.Sliders...)
		p.Choosers = append(append(p.Choosers, group.Lists...), group.Switches...)
	}
}
