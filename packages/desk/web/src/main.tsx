import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import './styles/tokens.css';
import './styles/base.css';
import './styles/door.css';
import './styles/shell.css';
import './styles/lists.css';
import './styles/document.css';
import './styles/facts.css';
import './styles/review.css';
import './styles/charts.css';
import './styles/rules.css';
import './styles/stacks.css';

const root = document.getElementById('root');
if (root)
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
