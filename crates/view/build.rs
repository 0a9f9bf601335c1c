//! Divides the texts in two: those of the first scene, whose keys `texts/first.txt` names, and
//! all others, which the page fetches later.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=texts");
    let [texts, keys] =
        [fs::read_to_string("texts/en.txt")?, fs::read_to_string("texts/first.txt")?];
    let keys: Vec<&str> = keys.lines().filter(|line| !line.starts_with('#')).collect();
    let texts = texts.lines().filter(|line| !line.starts_with('#'));
    let texts = texts.filter_map(|line| line.split_once(" = "));
    let (first, rest): (Vec<_>, Vec<_>) = texts.partition(|(key, _)| keys.contains(key));
    assert_eq!(first.len(), keys.len(), "texts/first.txt names a key twice, or one without a text");
    let out = env::var_os("OUT_DIR").ok_or(io::ErrorKind::NotFound)?;
    for (name, texts) in [("first", first), ("rest", rest)] {
        let lines: Vec<String> =
            texts.into_iter().map(|(key, text)| format!("{key}={text}")).collect();
        fs::write(Path::new(&out).join(format!("en.{name}.txt")), lines.join("\n"))?;
    }
    Ok(())
}
