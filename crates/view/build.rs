//! Lists the languages: the Fluent files of `texts/`.

use std::path::Path;
use std::{env, error, fs};

fn main() -> Result<(), Box<dyn error::Error>> {
    let folder = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("texts");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|it| it == "ftl") {
            let id = path.file_stem().and_then(|it| it.to_str()).ok_or("a name that is no text")?;
            files.push((id.to_string(), path.clone()));
        }
    }
    files.sort();
    let ids: Vec<&String> = files.iter().map(|(id, _)| id).collect();
    let texts: Vec<String> =
        files.iter().map(|(id, path)| format!("({id:?}, include_str!({path:?}))")).collect();
    let out = env::var("OUT_DIR")?;
    fs::write(Path::new(&out).join("languages.rs"), format!("&{ids:?}"))?;
    fs::write(Path::new(&out).join("texts.rs"), format!("&[{}]", texts.join(", ")))?;
    Ok(())
}
