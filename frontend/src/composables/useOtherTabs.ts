const storageKey = 'setia.session-changed'

/** Somebody signed in or out here. */
export function tellOtherTabs() {
  try {
    localStorage.setItem(storageKey, String(Date.now()))
  } catch {
    // Without storage the other tabs learn it from the server's next answer.
  }
}

/** Called when somebody signed in or out in another tab. */
export function onOtherTab(listener: () => void) {
  addEventListener('storage', ({ key }) => {
    if (key === storageKey) listener()
  })
}
