/** The tabs of the settings, in order: the name of a child route of `staff-settings` and its label. */
export const settingsTabs = [
  { name: 'staff-settings-program', label: 'setup.settings.program' },
  { name: 'staff-settings-joining', label: 'setup.settings.joining' },
  { name: 'staff-settings-documents', label: 'setup.settings.documents' },
  { name: 'staff-settings-points', label: 'setup.settings.points' },
  { name: 'staff-settings-rewards', label: 'setup.settings.rewards' },
  { name: 'staff-settings-membership', label: 'setup.settings.membership' },
]
