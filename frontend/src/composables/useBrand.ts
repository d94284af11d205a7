import { watchEffect } from 'vue'
import { useProgram } from './useProgram'

const shades = {
  '--brand-light': 'light',
  '--brand-light-hover': 'lightHover',
  '--brand-light-soft': 'lightSoft',
  '--brand-dark': 'dark',
  '--brand-dark-hover': 'darkHover',
  '--brand-dark-soft': 'darkSoft',
} as const

/** Gives the pages the program's own color. Set by script, which the content security policy allows, unlike style attributes. */
export function useBrand() {
  const { program } = useProgram()
  watchEffect(() => {
    // Until it is known, a home shown as it was last seen has the color of then.
    if (!program.value) return
    const { palette } = program.value
    for (const [property, shade] of Object.entries(shades)) {
      if (palette) document.documentElement.style.setProperty(property, palette[shade])
      else document.documentElement.style.removeProperty(property)
    }
  })
}
