fn main(){ let b=std::fs::read(std::env::args().nth(1).unwrap()).unwrap(); let l=budget_lens::load::read(&b).unwrap(); let r=budget_lens::check::check(&l.budget);
 let n=budget_lens::check::Names::new(&l.budget);
 let w=budget_lens::words::Words{lang:budget_lens::words::Lang::Zh,unit:budget_lens::money::Unit::Wan};
 let all=std::env::args().nth(2).is_some();
 for f in &r.findings { if !all && f.verdict==budget_lens::check::Verdict::Holds {continue}
  let p=|v:&Vec<budget_lens::check::Place>| v.iter().map(|p|{let x=n.ids(*p); let pr=p.printed(&l.budget).map(|(a,_)|a.to_string()).unwrap_or("_".into()); format!("{}·{}·{}={}",x.table,x.line,x.column,pr)}).collect::<Vec<_>>().join(" + ");
  let c=f.compared.map(|c|format!("{:?} vs {:?} d {:?} b {:?}",c.stated.map(|a|a.to_string()),c.computed.map(|a|a.to_string()),c.difference.map(|a|a.to_string()),c.bound.map(|a|a.to_string())));
  println!("{:?} {} | {} <- {} | {:?} {:?}\n    {}",f.verdict,f.rule.about().id,p(&f.stated),p(&f.terms),c,f.why,budget_lens::check::sentence(f,&n,w)); }
 for v in budget_lens::check::Verdict::ALL { println!("{:?} {}",v,r.count(v)); }
 println!("uncovered {}",r.uncovered.len()); for p in r.uncovered.iter().take(60){ println!("   {:?}",n.path(*p,w)); } }
