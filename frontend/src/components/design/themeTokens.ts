export type Theme = 'light' | 'dark'

/** The colours of a theme as the style sheets say them, so that both can stand side by side whatever the system prefers. */
export function themeTokens(theme: Theme, sheets: Iterable<CSSStyleSheet> = document.styleSheets): Map<string, string> {
  const tokens = new Map<string, string>()
  for (const sheet of sheets) collect(rulesOf(sheet), false)
  return tokens

  function collect(rules: CSSRule[], dark: boolean) {
    for (const rule of rules) {
      if (rule instanceof CSSStyleRule && rule.selectorText === ':root' && (!dark || theme === 'dark')) {
        for (const name of Array.from(rule.style)) if (name.startsWith('--')) tokens.set(name, rule.style.getPropertyValue(name).trim())
      } else if (rule instanceof CSSMediaRule) {
        if (rule.conditionText.includes('prefers-color-scheme')) collect([...rule.cssRules], rule.conditionText.includes('dark'))
      } else if ('cssRules' in rule) {
        collect([...(rule as CSSGroupingRule).cssRules], dark)
      }
    }
  }
}

/** A sheet of another origin keeps its rules to itself. */
function rulesOf(sheet: CSSStyleSheet): CSSRule[] {
  try {
    return [...sheet.cssRules]
  } catch {
    return []
  }
}
