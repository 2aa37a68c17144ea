/**
 * Questions of the templates that are police matters: places, groups and people whom an investigation may be about
 * (docs/domain.md §7). A province decides whether integrators read them; this only says which to think of.
 */
export const policeMatters: readonly string[] = [
  'hotspots',
  'hotspots_detected',
  'hotspots_cleared',
  'hotspots_reactivated',
  'hotspots_new',
  'points',
  'at_risk_points',
  'use_points',
  'use_points_detected',
  'use_points_destroyed',
  'sale_points_detected',
  'sale_points_destroyed',
  'retailers',
  'gangs',
  'production_incidents',
  'fugitives_known',
  'fugitives_caught',
  'suspected_addicts',
  'suspects_grounded',
  'suspects_tested',
  'unmanaged_serious_cases',
];
