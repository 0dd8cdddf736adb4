import puppeteer from 'puppeteer-core';
const [,, url, w, h, out, dark, ...acts] = process.argv;
const b = await puppeteer.launch({executablePath:'/usr/bin/chromium-headless-shell', args:['--no-sandbox']});
const p = await b.newPage();
await p.setViewport({width:+w,height:+h});
await p.emulateMediaFeatures([{name:'prefers-color-scheme', value: dark==='dark'?'dark':'light'}]);
await p.goto(url);
await p.waitForFunction(()=>window.gasburden?.ready&&gasburden.charts?.hero,{timeout:120000});
for (const act of acts) { const r = await p.evaluate(act); if (r!==undefined) console.log(JSON.stringify(r)); await new Promise(r=>setTimeout(r,900)); }
await new Promise(r=>setTimeout(r,500));
await p.screenshot({path:out});
await b.close();
