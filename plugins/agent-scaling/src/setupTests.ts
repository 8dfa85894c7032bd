import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Screens are loaded lazily; on a busy machine the first of them takes more than the default second.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(60_000);
