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
        .flat_map(|p| p.hosts.iter().map(move |host| (p, host)))
        .map(|(p, host)| {
            // Of a host that serves much else only the part that is the platform's.
            let path = p.paths.get(host).map_or("/", String::as_str);
            Value::from(format!("https://{host}{path}*"))
        })
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

    /// The patterns that a content script of a manifest runs on.
    fn matches(manifest: &Value) -> &[Value] {
        manifest["content_scripts"][0]["matches"]
            .as_array()
            .unwrap()
    }

    #[test]
    fn both_manifests_work_on_the_listed_sites_only() {
        for browser in ["chromium", "firefox"] {
            let m: Value = serde_json::from_str(&manifest(browser).unwrap()).unwrap();
            assert_eq!(m["manifest_version"], 3);
            // `scripting` registers the driver on servers that the person adds, and warns of nothing; neither does
            // Chromium's `sidePanel`.
            let permissions = match browser {
                "chromium" => serde_json::json!(["storage", "scripting", "sidePanel"]),
                _ => serde_json::json!(["storage", "scripting"]),
            };
            assert_eq!(m["permissions"], permissions, "{browser}");
            assert!(m.get("host_permissions").is_none(), "{browser}");
            assert!(matches(&m).contains(&"https://x.com/*".into()), "{browser}");
            assert!(
                !matches(&m)
                    .iter()
                    .any(|s| s.as_str().unwrap().contains("://*")),
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

    #[test]
    fn a_server_is_only_ever_asked_for_one_at_a_time() {
        for browser in ["chromium", "firefox"] {
            let m: Value = serde_json::from_str(&manifest(browser).unwrap()).unwrap();
            // Optional: nothing is granted until the person adds a server by name.
            assert_eq!(
                m["optional_host_permissions"],
                serde_json::json!(["https://*/*"])
            );
            let card = &m["web_accessible_resources"][0];
            assert_eq!(card["resources"], serde_json::json!(["card.html"]));
            assert_eq!(card["matches"], serde_json::json!(["https://*/*"]));
            // Every site may load the card, so its address must be one that no site can guess: Firefox draws
            // one for each profile.
            assert!(browser == "firefox" || card["use_dynamic_url"] == true);
        }
    }
}
