// React 16, with the root that it had.
export { createElement, useEffect, useRef, useState } from 'react';
export { render } from 'react-dom';
