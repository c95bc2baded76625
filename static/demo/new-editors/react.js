// React 19, with the root of today.
import { createRoot } from 'react-dom/client';
export { createElement, useEffect, useRef, useState } from 'react';
export const render = (element, container) => createRoot(container).render(element);
