// Quill and a few paste handlers assign strings to innerHTML or DOMParser. Under `require-trusted-types-for 'script'` a
// site that uses them makes a default policy; so do these pages. The texts are the visitor's own.

if (window.trustedTypes && !window.trustedTypes.defaultPolicy) {
  window.trustedTypes.createPolicy('default', { createHTML: (html) => html });
}
