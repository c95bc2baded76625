//! Runs `cuecard` and looks at what comes out.

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};

use serde_json::Value;

/// A small playbook with one of everything that the commands show.
pub const PLAYBOOK: &str = "---
brand: Wrenfield Health
accounts: [\"x:@wrenfield\"]
---

# Wrenfield Health

## Roles
| Role | Who | Reach | Hours |
| --- | --- | --- | --- |
| Patient Relations | Desk | relations@wrenfield.example, 555-0100 | Mon-Fri 8:00-18:00 |
| On call | Administrator on call | 555-0111 | always |

## Priorities
| Content | Share | Signals |
| --- | --- | --- |
| Recruitment | 30% | we're hiring, join our team |

## Words
| Don't say | Say | Why |
| --- | --- | --- |
| ER, emergency room | emergency department | One name everywhere |
| world-class | (omit) | We cannot back it up |

## Claims
- Never: guarantee, cure

## Approved messages
### Visiting hours {#visiting-hours}
> Visiting hours are 9 a.m. to 8 p.m. every day.

## Protocols
### Long wait {#long-wait}
- Level: complaint
- Examples:
  - I waited four hours in your ER and nobody came
  - why does it take so long to be seen
- Reply permission: may reply
- Tell: Patient Relations within 1 business day
- Reply:
  > We're sorry to hear this was frustrating. Please call Patient Relations at 555-0100.

### Parking {#parking}
- Level: question
- Examples:
  - where can I park
  - is parking free at the garage
- Reply permission: may reply
- Reply:
  > The garage on Elm Street is open day and night.

### Someone may hurt themselves {#self-harm}
- Level: crisis
- Hard triggers: want to die, kill myself
- Reply permission: approve first
- Tell: On call within 5 minutes
- Actions: screenshot
- Reply:
  > If you are in danger call 911 now. You can call or text 988 at any hour.

## Privacy
- Our numbers: 555-0100, 555-0111
";

/// What a run left behind.
pub struct Ran {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

impl Ran {
    /// Standard output as one JSON text.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("{e} in {}", self.stdout))
    }

    /// Standard output as JSON lines.
    pub fn lines(&self) -> Vec<Value> {
        let parse =
            |line: &str| serde_json::from_str(line).unwrap_or_else(|e| panic!("{e} in {line}"));
        self.stdout.lines().map(parse).collect()
    }
}

/// Runs the program with `input` as its standard input.
pub fn cuecard(args: &[&str], input: &[u8]) -> Ran {
    let mut child = Command::new(env!("CARGO_BIN_EXE_cuecard"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("a pipe");
    let input = input.to_vec();
    // In its own thread: a program that writes before it has read everything must not hang us.
    let feeder = std::thread::spawn(move || {
        // A program may stop reading early, for instance when it is called in a wrong way.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().expect("the program ends");
    feeder.join().expect("the input is written");
    let ran = Ran {
        status: output.status.code().expect("no signal"),
        stdout: String::from_utf8(output.stdout).expect("UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8"),
    };
    assert!(!ran.stderr.contains("panicked"), "{}", ran.stderr);
    ran
}

/// A folder of its own, taken away when dropped.
pub struct Folder(PathBuf);

impl Folder {
    pub fn new() -> Self {
        static NEXT: AtomicUsize = AtomicUsize::new(0);
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let path =
            std::env::temp_dir().join(format!("cuecard-cli-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path).expect("a folder");
        Self(path)
    }

    /// Writes a file and gives its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        std::fs::write(&path, content).expect("a file");
        path.to_str().expect("UTF-8").to_owned()
    }

    /// The path of a file that is not there.
    pub fn missing(&self) -> String {
        self.0
            .join("missing.md")
            .to_str()
            .expect("UTF-8")
            .to_owned()
    }

    /// The small playbook.
    pub fn playbook(&self) -> String {
        self.file("playbook.md", PLAYBOOK)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
