import { onBeforeUnmount, onMounted, ref } from 'vue'

const storageKey = 'setia.single-keys'
const chordMillis = 1500

/** Whether single letters do something; who dictates or whose keys slip may turn them off, and this browser remembers it. */
const singleKeys = ref(stored())

function stored(): boolean {
  try {
    return localStorage.getItem(storageKey) !== 'off'
  } catch {
    return true
  }
}

export function useSingleKeys() {
  function allow(wanted: boolean) {
    singleKeys.value = wanted
    try {
      localStorage.setItem(storageKey, wanted ? 'on' : 'off')
    } catch {
      // A browser that refuses storage still obeys until the page closes.
    }
  }
  return { singleKeys, allow }
}

export interface Shortcuts {
  palette: () => void
  help: () => void
  search: () => void
  /** The letter after g. */
  go: (letter: string) => void
}

/** The keys of the back office: Ctrl or Cmd with K everywhere; ?, / and g with a letter where nobody is typing and no sheet is open. */
export function useShortcuts(shortcuts: Shortcuts) {
  let chordAt = -Infinity

  function onKey(event: KeyboardEvent) {
    if (event.defaultPrevented || event.isComposing || event.repeat) return
    if ((event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'k') {
      event.preventDefault()
      shortcuts.palette()
      return
    }
    if (!singleKeys.value || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || document.querySelector('dialog[open]')) return
    const inChord = event.timeStamp - chordAt < chordMillis
    chordAt = -Infinity
    if (inChord && /^[a-z]$/i.test(event.key)) shortcuts.go(event.key.toLowerCase())
    else if (event.key === 'g') chordAt = event.timeStamp
    else if (event.key === '/') shortcuts.search()
    else if (event.key === '?') shortcuts.help()
    else return
    event.preventDefault()
  }

  onMounted(() => addEventListener('keydown', onKey))
  onBeforeUnmount(() => removeEventListener('keydown', onKey))
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest('input:not([type=checkbox]):not([type=radio]):not([type=button]), textarea, select') !== null)
}
