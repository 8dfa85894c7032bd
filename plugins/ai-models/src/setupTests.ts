import '@testing-library/jest-dom';

// A page test starts a whole app, which takes seconds on a busy machine.
jest.setTimeout(30_000);
