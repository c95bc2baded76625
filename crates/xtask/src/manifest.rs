//! The two manifests out of one template: `extension/manifest/base.json`, with what a
//! browser does differently laid over it.

use serde_json::Value;

use crate::run::{read, root};

/// The manifest of `chromium` or `firefox`.
pub fn manifest(browser: &str) -> Result<String, String> {
    let folder = root().join("extension/manifest");
    let parse = |name: &str| -> Result<Value, String> {
        let path = folder.join(name);
        serde_json::from_str(&read(&path)?).map_err(|e| format!("{}: {e}", path.display()))
    };
    let mut merged = parse("base.json")?;
    overlay(&mut merged, parse(&format!("{browser}.json"))?);
    fill(&mut merged, &sites());
    if let Some(entry) = merged.as_object_mut() {
        entry.insert("version".into(), env!("CARGO_PKG_VERSION").into());
    }
    serde_json::to_string_pretty(&merged).map_err(|e| e.to_string())
}

/// Match patterns of the sites that have a composer we know.
fn sites() -> Vec<Value> {
    cuecard_platforms::all()
        .iter()
        .filter(|p| !p.composers.is_empty())
        .flat_map(|p| &p.hosts)
        .map(|host| Value::from(format!("https://{host}/*")))
        .collect()
}

/// Lays one value over another: objects key by key, everything else replaces.
fn overlay(base: &mut Value, over: Value) {
    match (base, over) {
        (Value::Object(base), Value::Object(over)) => {
            for (key, value) in over {
                overlay(base.entry(key).or_insert(Value::Null), value);
            }
        }
        (base, over) => *base = over,
    }
}

/// Puts the sites wherever a list holds only `"{{matches}}"`.
fn fill(value: &mut Value, sites: &[Value]) {
    match value {
        Value::Array(list) if *list == [Value::from("{{matches}}")] => *list = sites.to_vec(),
        Value::Array(list) => list.iter_mut().for_each(|v| fill(v, sites)),
        Value::Object(map) => map.values_mut().for_each(|v| fill(v, sites)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::manifest;
    use serde_json::Value;

    #[test]
    fn both_manifests_ask_for_storage_and_the_listed_sites_only() {
        for browser in ["chromium", "firefox"] {
            let m: Value = serde_json::from_str(&manifest(browser).unwrap()).unwrap();
            assert_eq!(m["manifest_version"], 3);
            assert_eq!(
                m["permissions"],
                serde_json::json!(["storage"]),
                "{browser}"
            );
            assert!(m.get("host_permissions").is_none(), "{browser}");
            let matches = m["content_scripts"][0]["matches"].as_array().unwrap();
            assert!(matches.contains(&"https://x.com/*".into()), "{browser}");
            assert!(
                !matches.iter().any(|s| s.as_str().unwrap().contains("://*")),
                "{browser}"
            );
            let csp = m["content_security_policy"]["extension_pages"]
                .as_str()
                .unwrap();
            assert!(
                csp.contains("connect-src 'self'") && !csp.contains("unsafe-eval'; "),
                "{csp}"
            );
            assert!(!csp.contains("unsafe-inline"), "{csp}");
        }
    }
}
