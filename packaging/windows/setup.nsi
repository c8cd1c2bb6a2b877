; The installer of Tiến Độ: Vietnamese, for one user, without administrator's rights.
;
;   makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DSRC=frozen-folder -DOUT=Setup.exe
;            -DPICTURES=folder [-DSIGN=command] [-DQUICK] setup.nsi
;
; Silent: /S, /D=folder (last, unquoted), /NODESKTOP for no shortcut on the desktop.
; Exit codes: 0 done; 1 cancelled; 2 stopped by an error; 3 not 64-bit; 4 Windows too old;
; 5 the program is running; 6 a newer version is installed; 7 the data could not be backed up;
; 8 the folder belongs to another program.

Unicode true
Target amd64-unicode
ManifestDPIAware true
ManifestSupportedOS Win10
RequestExecutionLevel user
!ifdef QUICK
  SetCompressor zlib
!else
  SetCompressor /SOLID lzma
  SetCompressorDictSize 64
!endif
SetDateSave off

!define APP "TienDo"
!define TITLE "Tiến Độ"
!define FILE_KIND "TienDo.TepDuLieu"
!define DATA "$LOCALAPPDATA\TienDo"
!define KEY "Software\TienDo"
!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\TienDo"
!define OLDEST_BUILD 17763

Name "${TITLE}"
OutFile "${OUT}"
BrandingText "${TITLE} ${VERSION}"
InstallDir "$LOCALAPPDATA\Programs\TienDo"
InstallDirRegKey HKCU "${KEY}" "InstallDir"
ShowInstDetails hide
ShowUninstDetails hide
AllowSkipFiles off
SetFont "Segoe UI" 9
Icon "${PICTURES}\app.ico"
UninstallIcon "${PICTURES}\app.ico"

!include MUI2.nsh
!include WinVer.nsh
!include x64.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include LogicLib.nsh

!include texts.nsh

!define MUI_ICON "${PICTURES}\app.ico"
!define MUI_UNICON "${PICTURES}\app.ico"
!define MUI_HEADERIMAGE
!define MUI_HEADERIMAGE_RIGHT
!define MUI_HEADERIMAGE_BITMAP "${PICTURES}\header.bmp"
!define MUI_HEADERIMAGE_UNBITMAP "${PICTURES}\header.bmp"
!define MUI_HEADERIMAGE_BITMAP_STRETCH AspectFitHeight
!define MUI_HEADERIMAGE_UNBITMAP_STRETCH AspectFitHeight
!define MUI_WELCOMEFINISHPAGE_BITMAP "${PICTURES}\side.bmp"
!define MUI_UNWELCOMEFINISHPAGE_BITMAP "${PICTURES}\side.bmp"
!define MUI_WELCOMEFINISHPAGE_BITMAP_STRETCH FitControl
!define MUI_UNWELCOMEFINISHPAGE_BITMAP_STRETCH FitControl
!define MUI_ABORTWARNING
!define MUI_COMPONENTSPAGE_NODESC

!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_RUN "$INSTDIR\TienDo.exe"
!define MUI_FINISHPAGE_RUN_TEXT "${FINISH_RUN}"
!insertmacro MUI_PAGE_FINISH

!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
; The last page asks about the settings by a box that nobody has ticked; a silent run has no pages.
!define MUI_FINISHPAGE_TEXT_LARGE
!define MUI_FINISHPAGE_SHOWREADME ""
!define MUI_FINISHPAGE_SHOWREADME_TEXT "${FORGET_SETTINGS}"
!define MUI_FINISHPAGE_SHOWREADME_NOTCHECKED
!define MUI_FINISHPAGE_SHOWREADME_FUNCTION un.ForgetSettings
!insertmacro MUI_UNPAGE_FINISH

!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro OWN_WORDS

VIProductVersion "${VERSION}.0"
VIFileVersion "${VERSION}.0"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductName" "${TITLE}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileDescription" "Bộ cài đặt ${TITLE}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=${LANG_VIETNAMESE} "LegalCopyright" "Giấy phép MIT"

!ifdef SIGN
  !uninstfinalize '${SIGN}'
!endif

Function .onInit
  SetShellVarContext current
  ${IfNot} ${RunningX64}
    MessageBox MB_OK|MB_ICONSTOP "${NOT_64_BIT}" /SD IDOK
    SetErrorLevel 3
    Quit
  ${EndIf}
  ${IfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "${TOO_OLD_WINDOWS}" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  ReadRegStr $0 HKCU "${KEY}" "Version"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
      MessageBox MB_OK|MB_ICONSTOP "${NEWER_INSTALLED}" /SD IDOK
      SetErrorLevel 6
      Quit
    ${EndIf}
  ${EndIf}
  Call ChooseShortcut
FunctionEnd

Section "${PROGRAM_PART}" SECTION_PROGRAM
  SectionIn RO
  Call RefuseForeignFolder
  Call CloseProgram
  Call BackUpData
  Call SetOldAside
  SetOutPath "$INSTDIR"
  File /r "${SRC}/*.*"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  Call DropOld
  SetOutPath "$INSTDIR"
  CreateShortcut "$SMPROGRAMS\${TITLE}.lnk" "$INSTDIR\TienDo.exe"
  Call Register
SectionEnd

Section "${DESKTOP_PART}" SECTION_DESKTOP
  SetOutPath "$INSTDIR"
  CreateShortcut "$DESKTOP\${TITLE}.lnk" "$INSTDIR\TienDo.exe"
SectionEnd

Function ChooseShortcut
  ; An upgrade does not bring back a shortcut that the officer has thrown away.
  ReadRegStr $0 HKCU "${KEY}" "InstallDir"
  ${If} $0 != ""
  ${AndIfNot} ${FileExists} "$DESKTOP\${TITLE}.lnk"
    SectionSetFlags ${SECTION_DESKTOP} 0
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/NODESKTOP" $1
  ${IfNot} ${Errors}
    SectionSetFlags ${SECTION_DESKTOP} 0
  ${EndIf}
FunctionEnd

Function .onInstFailed
  Call PutOldBack
  ${If} ${Silent}
    GetErrorLevel $0
    ${If} $0 = -1
      SetErrorLevel 2
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext current
FunctionEnd

Section "Uninstall"
  Call un.CloseProgram
  RMDir /r "$INSTDIR\_internal"
  RMDir /r "$INSTDIR\_internal.cu"
  Delete "$INSTDIR\TienDo.exe"
  Delete "$INSTDIR\TienDoLenh.exe"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${TITLE}.lnk"
  Delete "$DESKTOP\${TITLE}.lnk"
  Call un.Unregister
SectionEnd

; Files by their names alone, and no folder: data, copies and whatever else lies there stay.
Function un.ForgetSettings
  Delete "${DATA}\TienDo.ini"
  Delete "${DATA}\TienDo.log"
  Delete "${DATA}\TienDo.log.1"
  Delete "${DATA}\TienDo.log.2"
FunctionEnd

!include program.nsh
