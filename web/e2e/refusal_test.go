package e2e

import (
	"fmt"
	"strings"
	"testing"
)

// refused waits for an element to say a part of a refusal, and returns all that it says.
func (p *tab) refused(id, part string) string {
	p.Helper()
	p.waitFor(part, fmt.Sprintf(wordsOf(id)+`.includes(%q)`, part))
	return p.text("#" + id)
}

// What is wrong is said in the reader's language, with the place, the value and what would be right.
func TestRefusalsInChinese(t *testing.T) {
	s := newServer(t)
	s.setFault(answerNotFound("engine.wasm.xz")) // before a worker has stored it
	p := openTab(t, s, "?v=1&lang=zh-CN", 1280, 1000, false)
	p.allowErrors()
	p.waitReady()
	p.inChinese()

	p.click("#copy-markdown")
	p.said("未能生成（服务器返回 404）")
	s.setFault(nil)

	for text, want := range map[string]string{
		"{\n  \"gamma\": tru}":                 "情景 JSON 第 2 行第 15 列：字面值 true 中不能有字符 '}'",
		`{"gamma": 1,`:                         "第 1 行第 13 列：文本到此中断",
		`{"base_fee_nanofil": 12345}`:          "base_fee_nanofil 为 12345，应为：",
		`{"horizon_days": 2, "gamma": [1, 2]}`: "gamma：向量的第 2 个值为 2，应为：",
		`{"snapshot": "2001-01-01"}`:           "2001-01-01",
	} {
		p.pickScenario(text)
		said := p.refused("error-open-scenario", want)
		if !strings.HasPrefix(said, "文件未被接受：") || strings.Contains(said, "want") {
			t.Errorf("%s: %s", text, said)
		}
	}

	p.pickOwn(ownTable(t, func(text string) string {
		lines := strings.SplitAfter(text, "\n")
		for i := 40; i < 52; i++ {
			lines[i] = strings.Replace(lines[i], ",", ",x", 1)
		}
		return strings.Join(lines, "")
	}))
	said := p.refused("error-open-own", "共有 12 处错误")
	if !strings.Contains(said, "my-days.csv 第 41 行（2020-11-23）第 2 列 raw_power_eib：\"x") ||
		!strings.Contains(said, "应为数字，或留空") {
		t.Errorf("%s", said)
	}
	p.pickOwn(ownTable(t, func(text string) string { return strings.Join(strings.SplitAfter(text, "\n")[:60], "") }))
	p.refused("error-open-own", "数据表从 2020-10-15 到 ")
	p.screenshot("refused-zh")

	js[bool](p, `() => {
		navigator.clipboard.write = navigator.clipboard.writeText =
			() => Promise.reject(new DOMException('forbidden by a test', 'NotAllowedError'));
		return true;
	}`)
	p.click("#copy-text")
	p.said("浏览器在此不允许")
}

// A section whose script does not arrive says so, and comes when it is asked for again.
func TestSectionMissing(t *testing.T) {
	t.Parallel()
	s := newServer(t)
	s.setFault(answerNotFound("explore.js"))
	p := openTab(t, s, "", 1280, 1000, false)
	p.allowErrors()
	p.waitReady()
	js[bool](p, `() => (document.getElementById('explore').scrollIntoView(), true)`)
	p.refused("explore", "The questions could not be loaded: no answer from the server")
	s.setFault(nil)
	js[bool](p, `() => dispatchEvent(new Event('online'))`)
	p.waitFor("the questions",
		`!!document.querySelector('#explore-cards [data-question]') && !document.querySelector('#explore > .error')`)
}
