// How the product is put together. build/package.mjs calls electron-builder with this.

/** What ships, besides better-sqlite3. The list stands in every platform's block: a block's own list replaces the one above it. */
const ours = ['dist/**', '!dist/**/*.map', 'package.json'];

/**
 * better-sqlite3's JavaScript and one binary; not its C sources, nor the binaries of other systems.
 * @param {string} binary the one that stays, under node_modules/better-sqlite3
 */
function sqlite(binary) {
  const folder = binary.slice(0, binary.lastIndexOf('/'));
  const others = ['build', 'prebuilds'].filter((name) => !folder.startsWith(name));
  return [
    '!node_modules/node-addon-api',
    '!node_modules/better-sqlite3/{src,deps,binding.gyp,README.md}',
    ...others.map((name) => `!node_modules/better-sqlite3/${name}`),
    `!node_modules/better-sqlite3/${folder}/!(${binary.slice(folder.length + 1)})`,
  ];
}

/**
 * @param {object} options
 * @param {string} [options.electronFolder] an unpacked Electron for the target; without it electron-builder downloads one
 * @param {string} options.electronVersion
 * @param {boolean} options.compiled        whether that Electron needs the better-sqlite3 compiled on this machine
 * @returns {import('electron-builder').Configuration}
 */
export function configuration({ electronFolder, electronVersion, compiled }) {
  return {
    appId: 'org.refunddesk.app',
    productName: 'Refund Desk',
    copyright: 'Refund Desk contributors, MIT licence',
    directories: { output: 'release', buildResources: 'build' },
    ...(electronFolder === undefined ? {} : { electronDist: electronFolder }),
    electronVersion,
    // The set-up has seen to it that better-sqlite3 loads; a rebuild would want Electron's headers from the network.
    npmRebuild: false,
    nodeGypRebuild: false,
    // Only the binary has to lie outside the archive; left to itself, electron-builder unpacks its whole package.
    asar: { smartUnpack: false },
    asarUnpack: ['**/*.node'],
    electronLanguages: ['en-US'],
    electronFuses: {
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
      resetAdHocDarwinSignature: true,
    },
    linux: {
      target: ['AppImage', 'deb'],
      category: 'Office',
      executableName: 'refund-desk',
      synopsis: 'Drop forms and refunds for university extension offices',
      maintainer: 'Refund Desk contributors',
      icon: 'build/icons',
      // The window's name, by which a desktop finds the icon for it.
      syncDesktopName: true,
      files: [...ours, ...sqlite(compiled ? 'build/Release/better_sqlite3.node' : 'prebuilds/linux-${arch}.node')],
    },
    win: {
      target: ['nsis'],
      icon: 'build/icon.ico',
      files: [...ours, ...sqlite('prebuilds/win32-${arch}.node')],
    },
    // An office's clerk may install it for herself alone, and removing the program never removes a register.
    nsis: {
      oneClick: false,
      perMachine: false,
      allowToChangeInstallationDirectory: true,
      deleteAppDataOnUninstall: false,
    },
    mac: {
      target: ['dmg'],
      category: 'public.app-category.business',
      icon: 'build/icon.icns',
      files: [...ours, ...sqlite('prebuilds/darwin-${arch}.node')],
    },
  };
}
