import { serveApp } from '/work/wt/k4/scripts/start/static-server'
import { launchChromium } from '/work/wt/k4/tests/browser/chromium'
import { press } from '/work/wt/k4/tests/browser/phone'
import { seedStudy } from '/work/wt/k4/tests/browser/seed'
import fs from 'fs'
// usage: shoot NAME PATH [look...] ; looks: l1 d1 l4 n4 w1
const LOOKS:any={l1:['light',1,390,844],d1:['dark',1,390,844],l4:['light',4,390,844],n4:['light',4,320,640],n1:['light',1,320,640],w1:['light',1,1280,800],t1:['light',1,390,2400]}
const shots:any=require('/tmp/k4/shots.json')
async function main(){
 const b=await launchChromium(); const s=await serveApp('/work/wt/k4',0)
 fs.mkdirSync('/tmp/shots-k4',{recursive:true})
 const only=process.argv.slice(2)
 for(const [name,sh] of Object.entries<any>(shots)){ if(only.length&&!only.includes(name))continue
  for(const look of sh.looks??['l1','d1','l4']){const [theme,step,w,h]=LOOKS[look]
   const c=await b.newContext({viewport:{width:w,height:h},colorScheme:theme,locale:'zh-CN',timezoneId:'Asia/Shanghai',serviceWorkers:'block',hasTouch:true})
   c.setDefaultTimeout(30000)
   const p=await c.newPage(); const day=sh.now??'2026-11-24T08:00:00+08:00'
   await p.clock.setFixedTime(new Date(day))
   await c.addInitScript((st:number)=>{if(location.protocol.startsWith('http')&&!localStorage.getItem('settings'))localStorage.setItem('settings',JSON.stringify({data:{version:1,settings:{type:st}}}))},step)
   const open=async(u:string)=>{await p.goto('about:blank');await p.goto(`${s.address}#${u}`);await p.locator('.screen').last().waitFor()}
   try{
   if(sh.seed){await open('/pages/home/index');await p.locator('.week-goal').waitFor();await seedStudy(p,new Date(day).getTime())}
   await open(sh.path)
   for(const st of sh.steps??[]){ if(st.press)await press(p,st.press); else if(st.wait)await p.locator(st.wait).locator('visible=true').first().waitFor(); else if(st.click)await p.locator(st.click).locator('visible=true').first().click({force:true}); else if(st.scroll!==undefined){await p.mouse.move(w/2,h/2);await p.mouse.wheel(0,st.scroll)} else if(st.js)await p.evaluate(st.js); else if(st.ms)await p.waitForTimeout(st.ms)}
   await p.waitForTimeout(400)
   }catch(e){console.log(name,look,String(e).slice(0,300))}
   await p.screenshot({path:`/tmp/shots-k4/${name}-${look}.png`}); await c.close() } }
 await b.close(); await s.close(); process.exit(0)}
main()
