import { Route, Routes } from 'react-router-dom';
import { AgentPage } from './agent/AgentPage';
import { FleetPage } from './fleet/FleetPage';

/** The pages of the plugin. */
export function AgentScalingRouter() {
  return (
    <Routes>
      <Route path="/" element={<FleetPage />} />
      <Route path="/:cluster/:namespace/:name" element={<AgentPage />} />
    </Routes>
  );
}
